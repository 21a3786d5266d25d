import { sql } from 'kysely'
import type { RequestType } from '#shared/contract/linkstar-api.ts'
import { AppError } from '#shared/errors.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Declaration, Fact } from '#shared/domain/facts.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { hashedPayload } from '#electron/command-hash/index.ts'
import type { Store } from '#electron/store/index.ts'
import { factToCommand } from './wire-facts.ts'
import { type Command, declareCommand } from './wire-requests.ts'

export interface OutboxPosition {
  readonly epoch: number
  readonly seq: number
}

/** A command whose payload was written and hashed before: large ones are, where nobody waits for it. */
export interface HashedCommand {
  readonly type: RequestType
  /** RFC 8785 canonical JSON of the payload. */
  readonly text: string
  readonly hash: string
}

/** The station's ordered log of facts and requests. Rows are only ever added, and answered once. */
export interface Outbox {
  /**
   * Adds a command. Call it inside the transaction of the change it reports.
   * @throws AppError not-enrolled before the station is enrolled, or enrolled again after a restore
   */
  append(command: Command): OutboxPosition
  /** Adds a command that was hashed before; throws as `append`. */
  appendHashed(command: HashedCommand): OutboxPosition
  /** Adds a request that the station makes by itself; before it is enrolled nobody can be asked, and nothing is added. */
  ask(command: Command): void
  /** Adds a fact, inside the transaction that made it true; throws as `append`. */
  record(fact: Fact): OutboxPosition
  /** Asks the server to take an order's declaration; throws as `append`. */
  declare(declaration: Declaration): OutboxPosition
  /** Grows with every command that is added: tells whether there may be anything new to send. */
  added(): number
  /** Commands without an answer of the server. */
  pendingCount(): number
  /** When the oldest of them was made: ISO 8601, or null when there is none. */
  oldestPendingAt(): string | null
  /** A request of this kind, about this order or about none, waits for its answer. */
  isUnderWay(type: RequestType, orderNo: OrderNo | null): boolean
  /** Cartons whose seal has not reached the server yet. */
  unsentSeals(): ReadonlySet<CartonCode>
}

/** Word for word as the index has it. */
const isLookedUp = sql<boolean>`type not in ('carton-sealed', 'carton-verified', 'label-printed')`

const prepareStatements = (store: Store) => ({
  nextSeq: store.prepare()((db) =>
    db
      .updateTable('station')
      .set((eb) => ({ last_seq: eb('last_seq', '+', 1) }))
      .where('restored', '=', 0)
      .returning(['epoch', 'last_seq as seq']),
  ),
  insert: store.prepare<{
    epoch: number
    seq: number
    type: string
    payload: string
    hash: string
    at: string
  }>()((db, param) =>
    db.insertInto('outbox').values({
      epoch: param('epoch'),
      seq: param('seq'),
      type: param('type'),
      payload: param('payload'),
      hash: param('hash'),
      created_at: param('at'),
      result: null,
    }),
  ),
  pending: store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('count')),
  ),
  oldest: store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .select('created_at')
      .orderBy('epoch')
      .orderBy('seq')
      .limit(1),
  ),
  anyOfType: store.prepare<{ type: string }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .where('type', '=', param('type'))
      .where(isLookedUp)
      .select('seq')
      .limit(1),
  ),
  aboutOrder: store.prepare<{ type: string; orderNo: string }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .where('type', '=', param('type'))
      .where(isLookedUp)
      .where(sql`json_extract(payload, '$.reference_no')`, '=', param('orderNo'))
      .select('seq')
      .limit(1),
  ),
  unsentSeals: store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .where('type', '=', 'carton-sealed')
      .select(sql<CartonCode>`json_extract(payload, '$.carton_code')`.as('code')),
  ),
})

/** @param clock wall clock, for display only */
export const createOutbox = (store: Store, clock: () => Date): Outbox => {
  const statements = prepareStatements(store)
  let added = 0

  const tryInsert = (
    type: string,
    hashed: () => Pick<HashedCommand, 'text' | 'hash'>,
  ): OutboxPosition | undefined => {
    const position = statements.nextSeq.get({})
    if (position === undefined) return undefined
    const { text, hash } = hashed()
    statements.insert.run({
      ...position,
      type,
      payload: text,
      hash,
      at: clock().toISOString(),
    })
    added += 1
    return position
  }
  const tryAppend = ({ type, payload }: Command): OutboxPosition | undefined =>
    tryInsert(type, () => hashedPayload(type, payload))
  const placed = (position: OutboxPosition | undefined): OutboxPosition => {
    if (position !== undefined) return position
    throw new AppError('not-enrolled', 'the station is not enrolled yet: nothing can be recorded', {
      retryable: true,
    })
  }

  const append = (command: Command): OutboxPosition => placed(tryAppend(command))

  return {
    append,
    appendHashed: (command) => placed(tryInsert(command.type, () => command)),
    ask: (command) => void tryAppend(command),
    record: (fact) => append(factToCommand(fact)),
    declare: (declaration) => append(declareCommand(declaration)),
    added: () => added,
    pendingCount: () => statements.pending.get({})?.count ?? 0,
    oldestPendingAt: () => statements.oldest.get({})?.created_at ?? null,
    isUnderWay: (type, orderNo) =>
      (orderNo === null
        ? statements.anyOfType.get({ type })
        : statements.aboutOrder.get({ type, orderNo })) !== undefined,
    unsentSeals: () => new Set(statements.unsentSeals.all({}).map(({ code }) => code)),
  }
}
