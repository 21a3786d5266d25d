// `npm run test:e2e`: drives the built app with Playwright, on a display of its own where there is none.
import { join } from 'node:path'

import { hasDisplay } from './electron-runtime.ts'
import { runChild } from './run-child.ts'

const playwright = join(import.meta.dirname, '../node_modules/@playwright/test/cli.js')
const command = [process.execPath, playwright, 'test', ...process.argv.slice(2)]
const virtualDisplay = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24']

const [program = process.execPath, ...args] = hasDisplay()
  ? command
  : [...virtualDisplay, ...command]
process.exitCode = await runChild(program, args)
