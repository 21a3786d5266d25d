import type { HandoverItem } from '#shared/domain/shift-handover.ts'
import type { Store } from '#electron/store/index.ts'

/** The one handover that runs, as the store holds it: a restart goes on with it. */
export interface RunningHandover {
  readonly id: number
  /** Who hands over; null where nobody signs in. */
  readonly from: string | null
  readonly startedAt: string
  readonly items: readonly HandoverItem[]
}

/** Writes run in the caller's transaction. */
export interface HandoverRecords {
  running(): RunningHandover | null
  start(from: string | null, items: readonly HandoverItem[], at: string): void
  keep(id: number, items: readonly HandoverItem[]): void
  end(id: number, state: 'done' | 'broken-off', to: string | null, at: string): void
}

export const createHandoverRecords = (store: Store): HandoverRecords => {
  const running = store.prepare()((db) =>
    db
      .selectFrom('shift_handovers')
      .where('state', '=', 'running')
      .select(['id', 'from_operator', 'started_at', 'items']),
  )
  const insert = store.prepare<{ from: string | null; items: string; at: string }>()((db, param) =>
    db.insertInto('shift_handovers').values({
      state: 'running',
      from_operator: param('from'),
      to_operator: null,
      started_at: param('at'),
      ended_at: null,
      items: param('items'),
    }),
  )
  const setItems = store.prepare<{ id: number; items: string }>()((db, param) =>
    db
      .updateTable('shift_handovers')
      .set({ items: param('items') })
      .where('id', '=', param('id')),
  )
  const setEnd = store.prepare<{ id: number; state: string; to: string | null; at: string }>()(
    (db, param) =>
      db
        .updateTable('shift_handovers')
        .set({ state: param('state'), to_operator: param('to'), ended_at: param('at') })
        .where('id', '=', param('id')),
  )
  return {
    running: () => {
      const row = running.get({})
      if (row === undefined) return null
      return {
        id: row.id,
        from: row.from_operator,
        startedAt: row.started_at,
        items: JSON.parse(row.items) as HandoverItem[],
      }
    },
    start: (from, items, at) => void insert.run({ from, items: JSON.stringify(items), at }),
    keep: (id, items) => void setItems.run({ id, items: JSON.stringify(items) }),
    end: (id, state, to, at) => void setEnd.run({ id, state, to, at }),
  }
}
