import type { BoxMarkInput, MarkLabel } from '#shared/domain/box-mark.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { PrintState } from '#shared/domain/print-journal.ts'
import type { Sku } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { jobOf, markOf } from './journal-entry.ts'
import type { Journal } from './journal.ts'
import type { JobRow } from './journal-statements.ts'

const troubled: ReadonlySet<string> = new Set([
  'failed',
  'uncertain',
  'withdrawn',
] satisfies PrintState[])
const waiting: ReadonlySet<string> = new Set(['allocated', 'rendered'] satisfies PrintState[])
const unproved: ReadonlySet<string> = new Set(['sent', 'uncertain'] satisfies PrintState[])
/** A withdrawn label is never printed itself: a copy takes its place. */
const copyable: ReadonlySet<string> = new Set([
  'sent',
  'uncertain',
  'confirmed',
  'withdrawn',
] satisfies PrintState[])

interface Place {
  readonly latest: JobRow
  readonly isConfirmed: boolean
}

/** The labels of one carton revision, an original and its copies together, in printing order. */
const places = (rows: readonly JobRow[]): readonly Place[] =>
  [...Map.groupBy(rows, ({ side, page }) => `${side}/${page}`).values()].flatMap((group) => {
    const latest = group.toSorted((left, right) => right.copy - left.copy)[0]
    return latest === undefined
      ? []
      : [{ latest, isConfirmed: group.some(({ state }) => state === 'confirmed') }]
  })

const skusWithoutGlyph = (row: JobRow): readonly Sku[] => {
  const { problem } = jobOf(row)
  const skus = problem?.code === 'glyph-missing' ? problem.details['skus'] : null
  return typeof skus === 'string' && skus !== '' ? (skus.split('\n') as Sku[]) : []
}

/** @throws AppError print-job-unknown, print-job-state */
const copyableRow = (journal: Journal, code: CartonCode, side: 1 | 2, page: number): JobRow => {
  const rows = journal.rowsOf(code)
  const newest = Math.max(...rows.map(({ revision }) => revision))
  const latest = places(rows.filter(({ revision }) => revision === newest)).find(
    (place) => place.latest.side === side && place.latest.page === page,
  )?.latest
  if (latest === undefined) {
    throw new AppError('print-job-unknown', 'no such label', {
      details: { cartonCode: code, side, page },
    })
  }
  if (!copyable.has(latest.state)) {
    throw new AppError('print-job-state', `the label is ${latest.state}`, {
      details: { jobId: latest.id, state: latest.state },
    })
  }
  return latest
}

/** A copy that is not printed yet. */
export interface NextCopy {
  readonly mark: BoxMarkInput
  readonly label: MarkLabel
}

/** What a packer may ask of labels that were printed, or should have been. */
export const createReprints = (store: Store, journal: Journal) => ({
  /**
   * Labels that failed are sent again (no byte of them had left); uncertain ones become a counted copy.
   * Where neither is, every label not scanned back yet gets a copy, unless some of the set have yet to come out.
   * @throws AppError print-job-unknown when this revision has no labels
   */
  reprint: (code: CartonCode, revision: number, reason: string): readonly number[] =>
    store.transaction(() => {
      const labels = places(journal.rowsOf(code).filter((row) => row.revision === revision))
      if (labels.length === 0) {
        throw new AppError('print-job-unknown', 'no labels', {
          details: { cartonCode: code, revision },
        })
      }
      const open = labels.filter(({ isConfirmed }) => !isConfirmed).map(({ latest }) => latest)
      const inTrouble = open.filter(({ state }) => troubled.has(state))
      const isComing = open.some(({ state }) => waiting.has(state))
      const wanted =
        inTrouble.length > 0 || isComing
          ? inTrouble
          : open.filter(({ state }) => unproved.has(state))
      return wanted.map((row) =>
        row.state === 'failed' ? journal.allocateAgain(row) : journal.allocateCopy(row, reason),
      )
    }),

  /**
   * One more copy of a label that came out.
   * @throws AppError print-job-unknown, or print-job-state while that label waits or has failed
   */
  copy: (code: CartonCode, side: 1 | 2, page: number, reason: string): number =>
    store.transaction(() => journal.allocateCopy(copyableRow(journal, code, side, page), reason)),

  /**
   * What `copy` would print.
   * @throws AppError as `copy` does
   */
  nextCopy: (code: CartonCode, side: 1 | 2, page: number): NextCopy => {
    const row = copyableRow(journal, code, side, page)
    return {
      mark: markOf(row),
      label: { side, page, copy: row.copy + 1 },
    }
  },

  /**
   * One label once more, by its job: the same again when no byte of it had left, else a counted copy.
   * @throws AppError print-job-unknown, or print-job-state while it waits or is under way, or its carton has changed
   */
  again: (jobId: number, reason: string): number =>
    store.transaction(() => {
      const row = journal.rowOf(jobId)
      const stale = journal.staleProblem(row)
      if (stale !== null || (row.state !== 'failed' && !copyable.has(row.state))) {
        throw new AppError('print-job-state', stale?.message ?? `the label is ${row.state}`, {
          details: { jobId, state: row.state },
        })
      }
      return row.state === 'failed' ? journal.allocateAgain(row) : journal.allocateCopy(row, reason)
    }),

  /**
   * Labels whose names hold a character that the font lacks are laid out again with codes instead of those names.
   * @throws AppError print-job-state when no name can be left out
   */
  codesOnly: (code: CartonCode): readonly number[] =>
    store.transaction(() => {
      const rows = journal.rowsOf(code)
      const failed = rows.filter(({ state }) => state === 'failed')
      const skus = new Set(failed.flatMap(skusWithoutGlyph))
      if (skus.size === 0) {
        throw new AppError('print-job-state', 'no label failed for a name', {
          details: { cartonCode: code },
        })
      }
      const again = failed.filter((row) => skusWithoutGlyph(row).length > 0)
      const revisions = new Set(again.map(({ revision }) => revision))
      for (const row of rows) {
        const isWaiting = row.state === 'allocated' && revisions.has(row.revision)
        if (!isWaiting && !again.includes(row)) continue
        const mark = markOf(row)
        journal.changeMark(row, {
          ...mark,
          codeOnly: [...new Set([...(mark.codeOnly ?? []), ...skus])],
        })
      }
      return again.map((row) => journal.allocateAgain(row))
    }),
})
