// `npm test`: every test there is. The end-to-end tests run even when others have failed, so that one run tells all.
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { runChild } from './run-child.ts'

const root = join(import.meta.dirname, '..')
// A report of an earlier run must never be taken for this one's.
rmSync(join(root, 'out/test'), { recursive: true, force: true })

// Hundreds of processes load the same modules: only the first has to compile them.
const env = { ...process.env, NODE_COMPILE_CACHE: join(root, 'out/compile-cache') }
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const unit = await runChild(process.execPath, [vitest, 'run'], env)
const endToEnd = await runChild(process.execPath, [join(root, 'scripts/e2e.ts')], env)
process.exitCode = unit || endToEnd
