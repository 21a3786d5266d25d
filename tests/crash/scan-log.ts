import assert from 'node:assert/strict'
import type { FeedbackView } from '#shared/contract/views.ts'
import { displayText } from '#shared/domain/scan-code.ts'
import { readStore } from '#tests/e2e/support/station-store.ts'

/** One scan as the store kept it. */
export interface LoggedScan {
  readonly id: number
  readonly text: string
  readonly outcome: string
  readonly sku: string | null
  readonly units: number
}

export const scansAfter = (home: string, id: number): readonly LoggedScan[] =>
  readStore(home, (db) =>
    db
      .prepare<[number], LoggedScan>(
        'SELECT id, text, outcome, sku, units FROM scans WHERE id > ? ORDER BY id',
      )
      .all(id),
  )

/**
 * Every answer that the page had is on disk, in order and unchanged.
 * @returns scans on disk whose answers the page did not get any more
 */
export const checkAcknowledged = (
  answers: readonly FeedbackView[],
  logged: readonly LoggedScan[],
): readonly LoggedScan[] => {
  const entry = ({ text, outcome, sku, units }: Omit<LoggedScan, 'id'>) =>
    outcome === 'locked' ? { outcome } : { text: displayText(text), outcome, sku, units }
  const shown = answers.map(entry)
  const kept = logged.map(entry)
  assert.deepEqual(
    kept.slice(0, shown.length),
    shown,
    'an acknowledged scan is missing from the store, or stands there otherwise',
  )
  return logged.slice(shown.length)
}

/** What scans have put into cartons and taken out again. */
export const unitsTaken = (scans: readonly LoggedScan[]): number =>
  scans.reduce((sum, { outcome, units }) => {
    if (outcome === 'accepted') return sum + units
    return outcome === 'undone' ? sum - units : sum
  }, 0)
