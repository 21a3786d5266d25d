import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'
import { commandSubject, topUpTypes } from './wire-requests.ts'

export interface LoggedCommand {
  readonly epoch: number
  readonly seq: number
  readonly type: string
  /** Canonical JSON. */
  readonly payload: string
  readonly hash: string
  /** JSON, or null while there is no answer. */
  readonly result: string | null
}

/** Facts from one place of the log to another, both among them. */
export type TakenFacts = { readonly epoch: number; readonly first: number; last: number }

type Position = { epoch: number; seq: number }
const columns = ['epoch', 'seq', 'type', 'payload', 'hash', 'result'] as const

const readStatements = (store: Store) => ({
  open: store.prepare<{ epoch: number; limit: number }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('epoch', '=', param('epoch'))
      .where('result', 'is', null)
      .select(columns)
      .orderBy('seq')
      .limit(param('limit')),
  ),
  from: store.prepare<Position & { limit: number }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('epoch', '=', param('epoch'))
      .where('seq', '>=', param('seq'))
      .select(columns)
      .orderBy('seq')
      .limit(param('limit')),
  ),
  otherEpochs: store.prepare<{ epoch: number }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('epoch', '!=', param('epoch'))
      .where('result', 'is', null)
      .select(columns)
      .orderBy('epoch')
      .orderBy('seq'),
  ),
  sealBefore: store.prepare<Position & { code: string }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('type', '=', 'carton-sealed')
      .where(sql`json_extract(payload, '$.carton_code')`, '=', param('code'))
      .where(sql<boolean>`(epoch, seq) < (${param('epoch')}, ${param('seq')})`)
      .select(columns)
      .orderBy('epoch', 'desc')
      .orderBy('seq', 'desc')
      .limit(1),
  ),
  anyFact: store.prepare()((db) =>
    db.selectFrom('outbox').where('type', 'not in', topUpTypes).select('seq').limit(1),
  ),
  newestRefused: store.prepare<Position>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('epoch', '=', param('epoch'))
      .where('seq', '>', param('seq'))
      .where('type', 'not in', topUpTypes)
      .where(sql`json_extract(result, '$.status')`, '=', 'refused')
      .select(columns)
      .orderBy('seq', 'desc')
      .limit(1),
  ),
})

/** The stored commands of the station, in their order. */
export interface CommandLog {
  /** The first commands without an answer, without gaps. */
  open(epoch: number, limit: number): readonly LoggedCommand[]
  /** Commands from `seq` on, answered or not. */
  from(epoch: number, seq: number, limit: number): readonly LoggedCommand[]
  /** Commands of other epochs that were never answered. */
  leftBehind(epoch: number): readonly LoggedCommand[]
  holdsFacts(): boolean
  /** The newest seal of the same carton before this command. */
  sealBefore(command: LoggedCommand): LoggedCommand | null
  /** Stores an answer once; false when there is one already. */
  answer(command: Position, result: object): boolean
  /** Stores that facts were taken, where there is no answer yet. */
  taken(facts: TakenFacts): void
  /** The newest refused fact of the last 500 commands. */
  newestRefused(epoch: number, lastSeq: number): LoggedCommand | null
}

export const createCommandLog = (store: Store): CommandLog => {
  const statements = readStatements(store)
  const answer = store.prepare<Position & { result: string }>()((db, param) =>
    db
      .updateTable('outbox')
      .set({ result: param('result') })
      .where('epoch', '=', param('epoch'))
      .where('seq', '=', param('seq'))
      .where('result', 'is', null),
  )
  const taken = store.prepare<TakenFacts>()((db, param) =>
    db
      .updateTable('outbox')
      .set({ result: JSON.stringify({ status: 'applied' }) })
      .where('epoch', '=', param('epoch'))
      .where('seq', '>=', param('first'))
      .where('seq', '<=', param('last'))
      .where('result', 'is', null),
  )
  return {
    open: (epoch, limit) => {
      const found = statements.open.all({ epoch, limit })
      const gap = found.findIndex(({ seq }, index) => seq !== (found[0]?.seq ?? 0) + index)
      return gap < 0 ? found : found.slice(0, gap)
    },
    from: (epoch, seq, limit) => statements.from.all({ epoch, seq, limit }),
    sealBefore: ({ epoch, seq, payload }) => {
      const { code } = commandSubject(payload)
      return code === null ? null : (statements.sealBefore.get({ epoch, seq, code }) ?? null)
    },
    holdsFacts: () => statements.anyFact.get({}) !== undefined,
    leftBehind: (epoch) => statements.otherEpochs.all({ epoch }),
    answer: ({ epoch, seq }, result) =>
      answer.run({ epoch, seq, result: JSON.stringify(result) }).changes === 1,
    taken: (facts) => void taken.run(facts),
    newestRefused: (epoch, lastSeq) =>
      statements.newestRefused.get({ epoch, seq: lastSeq - 500 }) ?? null,
  }
}
