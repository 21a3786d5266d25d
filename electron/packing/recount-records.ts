import type { CartonContent } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { RecountOutcome } from '#shared/domain/facts.ts'
import type { AcceptedScan } from '#shared/domain/pack-session.ts'
import type { Store } from '#electron/store/index.ts'

/** The one recount that runs, as the store holds it: a restart goes on counting. */
export interface RunningRecount {
  readonly id: number
  readonly code: CartonCode
  readonly revision: number
  readonly scans: readonly AcceptedScan[]
  /** The carton's contents when the count was finished; null while it goes on. */
  readonly expected: readonly CartonContent[] | null
}

/** The carton's event behind which a recount stands. */
export const recountBegun = 'recount-begun'

export interface RecountRecords {
  running(): RunningRecount | null
  start(code: CartonCode, revision: number, at: string): void
  count(id: number, scans: readonly AcceptedScan[]): void
  finish(id: number, expected: readonly CartonContent[], at: string): void
  /** Ends it; `given-up` before it was finished. */
  end(id: number, outcome: RecountOutcome | 'given-up'): void
}

export const createRecountRecords = (store: Store): RecountRecords => {
  const running = store.prepare()((db) =>
    db
      .selectFrom('recounts')
      .where('state', 'in', ['counting', 'finished'])
      .select(['id', 'code', 'revision', 'scans', 'expected']),
  )
  const insert = store.prepare<{ code: string; revision: number; at: string }>()((db, param) =>
    db.insertInto('recounts').values((row) => ({
      code: param('code'),
      revision: param('revision'),
      state: 'counting',
      scans: '[]',
      expected: null,
      started_at: param('at'),
      finished_at: null,
      after_event: row
        .selectFrom('carton_events')
        .select(({ fn, val }) => fn.coalesce(fn.max('id'), val(0)).as('last')),
      operator_id: row.selectFrom('signed_in').select('operator_id'),
    })),
  )
  const setScans = store.prepare<{ id: number; scans: string }>()((db, param) =>
    db
      .updateTable('recounts')
      .set({ scans: param('scans') })
      .where('id', '=', param('id')),
  )
  const setFinished = store.prepare<{ id: number; expected: string; at: string }>()((db, param) =>
    db
      .updateTable('recounts')
      .set({ state: 'finished', expected: param('expected'), finished_at: param('at') })
      .where('id', '=', param('id')),
  )
  const setState = store.prepare<{ id: number; state: string }>()((db, param) =>
    db
      .updateTable('recounts')
      .set({ state: param('state') })
      .where('id', '=', param('id')),
  )
  return {
    running: () => {
      const row = running.get({})
      if (row === undefined) return null
      return {
        id: row.id,
        code: row.code as CartonCode,
        revision: row.revision,
        scans: JSON.parse(row.scans) as AcceptedScan[],
        expected: row.expected === null ? null : (JSON.parse(row.expected) as CartonContent[]),
      }
    },
    start: (code, revision, at) => void insert.run({ code, revision, at }),
    count: (id, scans) => void setScans.run({ id, scans: JSON.stringify(scans) }),
    finish: (id, expected, at) =>
      void setFinished.run({ id, expected: JSON.stringify(expected), at }),
    end: (id, state) => void setState.run({ id, state }),
  }
}
