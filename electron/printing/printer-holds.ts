import { type HoldCause, holdCauses, isHeldAfter } from '#shared/domain/print-journal.ts'
import { AppError, type ErrorShape } from '#shared/errors.ts'
import { errorShapeSchema } from '#shared/contract/views.ts'
import type { Store } from '#electron/store/index.ts'

/** Why and since when nothing is sent to a printer. */
export interface PrinterHold {
  readonly printerId: string
  readonly cause: HoldCause
  /** The packer's words; null when trouble held it. */
  readonly reason: string | null
  readonly problem: ErrorShape | null
  /** ISO 8601 with offset, for display. */
  readonly since: string
}

interface HoldParts {
  readonly store: Store
  readonly now: () => string
  readonly holdChanged: () => void
}

const prepareHolds = (store: Store) => ({
  find: store.prepare<{ printer: string }>()((db, param) =>
    db.selectFrom('printer_holds').selectAll().where('printer_id', '=', param('printer')),
  ),
  all: store.prepare()((db) =>
    db.selectFrom('printer_holds').selectAll().where('cause', 'is not', null).orderBy('printer_id'),
  ),
  write: store.prepare<{
    printer: string
    troubles: number
    cause: string | null
    reason: string | null
    problem: string | null
    since: string | null
  }>()((db, param) =>
    db.replaceInto('printer_holds').values({
      printer_id: param('printer'),
      troubles: param('troubles'),
      cause: param('cause'),
      reason: param('reason'),
      problem: param('problem'),
      since: param('since'),
    }),
  ),
})

type HoldRow = ReturnType<ReturnType<typeof prepareHolds>['all']['all']>[number]

const holdOf = (row: HoldRow): PrinterHold => {
  const cause = holdCauses.find((known) => known === row.cause)
  if (cause === undefined || row.since === null) {
    throw new AppError('store-corrupt', `printer ${row.printer_id} is held by ${row.cause}`)
  }
  return {
    printerId: row.printer_id,
    cause,
    reason: row.reason,
    problem: row.problem === null ? null : errorShapeSchema.parse(JSON.parse(row.problem)),
    since: row.since,
  }
}

const free = { cause: null, reason: null, problem: null, since: null } as const

/** Which printers are held. They stay so through a restart. Every call runs in the caller's transaction. */
export const createPrinterHolds = ({ store, now, holdChanged }: HoldParts) => {
  const statements = prepareHolds(store)
  const of = (printerId: string): PrinterHold | null => {
    const row = statements.find.get({ printer: printerId })
    return row === undefined || row.cause === null ? null : holdOf(row)
  }
  return {
    of,
    all: (): readonly PrinterHold[] => statements.all.all({}).map(holdOf),

    hold: (printerId: string, reason: string): void => {
      const troubles = statements.find.get({ printer: printerId })?.troubles ?? 0
      const held = { cause: 'packer' satisfies HoldCause, reason, problem: null, since: now() }
      statements.write.run({ printer: printerId, troubles, ...held })
      holdChanged()
    },

    /** @returns whether it was held */
    resume: (printerId: string): boolean => {
      if (of(printerId) === null) return false
      statements.write.run({ printer: printerId, troubles: 0, ...free })
      holdChanged()
      return true
    },

    /** What the last send came to; null: it went well. @returns whether the printer is held by it now */
    judge: (printerId: string, problem: AppError | null, isPlanned: boolean): boolean => {
      const row = statements.find.get({ printer: printerId })
      const before = row?.troubles ?? 0
      if (problem === null && before === 0) return false
      const troubles = problem === null ? 0 : before + 1
      const isTrouble = problem !== null && isHeldAfter(troubles, isPlanned)
      // What the packer has held stays the packer's.
      if (!isTrouble || (row !== undefined && row.cause !== null)) {
        const { cause, reason, problem: told, since } = row ?? free
        statements.write.run({ printer: printerId, troubles, cause, reason, problem: told, since })
        return false
      }
      statements.write.run({
        printer: printerId,
        troubles,
        cause: 'trouble' satisfies HoldCause,
        reason: null,
        problem: JSON.stringify(problem.toShape()),
        since: now(),
      })
      holdChanged()
      return true
    },
  }
}

export type PrinterHolds = ReturnType<typeof createPrinterHolds>
