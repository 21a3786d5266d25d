import { describe, expect, it } from 'vitest'

import { sumUp, type Reports } from './test-totals.ts'

const good: Reports = {
  vitest: {
    numPassedTests: 5,
    numFailedTests: 0,
    testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  },
  playwright: { stats: { expected: 2, unexpected: 0, flaky: 0 }, errors: [] },
  check: [
    { name: 'typecheck', passed: true },
    { name: 'lint', passed: true },
  ],
}

describe('the totals of a run', () => {
  it('adds tests and check steps up', () => {
    expect(sumUp(good, true)).toEqual({ passed: 9, failed: 0 })
  })

  it('counts a test file that could not be loaded as a failure', () => {
    const vitest = {
      numPassedTests: 5,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    }
    expect(sumUp({ ...good, vitest }, false)).toEqual({ passed: 9, failed: 1 })
  })

  it('counts a failed check step', () => {
    expect(sumUp({ ...good, check: [{ name: 'lint', passed: false }] }, false).failed).toBe(1)
  })

  it.each(['vitest', 'playwright', 'check'] as const)(
    'fails when the report of %s is missing',
    (name) => {
      expect(sumUp({ ...good, [name]: undefined }, true).failed).toBe(1)
    },
  )

  it('fails when a runner found no test', () => {
    const playwright = { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [] }
    expect(sumUp({ ...good, playwright }, true).failed).toBe(1)
  })

  it('fails when a command failed though every report is clean', () => {
    expect(sumUp(good, false)).toEqual({ passed: 9, failed: 1 })
  })
})
