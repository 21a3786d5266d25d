// `npm test`: every test there is. The end-to-end tests run even when others have failed, so that one run tells all.
import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { runChild } from './run-child.ts'

const root = join(import.meta.dirname, '..')
// A report of an earlier run must never be taken for this one's.
rmSync(join(root, 'out/test'), { recursive: true, force: true })

const unit = await runChild(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run'])
const endToEnd = await runChild(process.execPath, [join(root, 'scripts/e2e.ts')])
process.exitCode = unit || endToEnd
