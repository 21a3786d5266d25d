// The last line of `.ci/run`: what passed and what failed, over all reports of this run.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { sumUp, type Reports } from './test-totals.ts'

const reports: Reports = {
  vitest: readReport('vitest.json') as Reports['vitest'],
  playwright: readReport('playwright.json') as Reports['playwright'],
  check: readReport('check.json') as Reports['check'],
}
const [testExitCode, checkExitCode] = process.argv.slice(2).map(Number)
const { passed, failed } = sumUp(reports, testExitCode === 0 && checkExitCode === 0)

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(import.meta.dirname, '../out/test', name), 'utf8'))
  } catch {
    return undefined
  }
}
