/** The parts that count of the JSON reports of vitest, Playwright and `scripts/check.ts`; a missing one is undefined. */
export interface Reports {
  readonly vitest:
    | {
        readonly numPassedTests: number
        readonly numFailedTests: number
        readonly testResults: readonly {
          readonly status: string
          readonly assertionResults: readonly { readonly status: string }[]
        }[]
      }
    | undefined
  readonly playwright:
    | {
        readonly stats: {
          readonly expected: number
          readonly unexpected: number
          readonly flaky: number
        }
        readonly errors: readonly unknown[]
      }
    | undefined
  readonly check: readonly { readonly name: string; readonly passed: boolean }[] | undefined
}

export interface Totals {
  readonly passed: number
  readonly failed: number
}

/** Adds the reports up. A report that is missing or ran no test counts as one failure, and so does a bad exit that no report explains. */
export function sumUp(reports: Reports, exitedWell: boolean): Totals {
  const parts = [
    vitestTotals(reports.vitest),
    playwrightTotals(reports.playwright),
    checkTotals(reports.check),
  ]
  const passed = sum(parts.map((part) => part.passed))
  const failed = sum(parts.map((part) => (part.passed + part.failed === 0 ? 1 : part.failed)))
  return { passed, failed: failed === 0 && !exitedWell ? 1 : failed }
}

const nothing: Totals = { passed: 0, failed: 0 }

function vitestTotals(report: Reports['vitest']): Totals {
  if (!report) return nothing
  // A test file that breaks while it is loaded fails without any failed test in it.
  const brokenFiles = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }
}

function playwrightTotals(report: Reports['playwright']): Totals {
  if (!report) return nothing
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

function checkTotals(report: Reports['check']): Totals {
  if (!report) return nothing
  const passed = report.filter((step) => step.passed).length
  return { passed, failed: report.length - passed }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0)
}
