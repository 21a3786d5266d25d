import { sql } from 'kysely'
import type { CommandResult, RequestType } from '#shared/contract/linkstar-api.ts'
import type { ImportsView } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { Store } from '#electron/store/index.ts'

const kinds: Readonly<Partial<Record<string, SheetKind>>> = {
  'import-order': 'orders',
  'plan-boxes': 'packing-list',
} satisfies Partial<Record<RequestType, SheetKind>>
const types = Object.keys(kinds)
const shown = 50

// Without reading the payload: it holds a whole order.
const referenceNo = sql<string>`json_extract(payload, '$.reference_no')`.as('order_no')

const prepareStatements = (store: Store) => ({
  waiting: store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .where('type', 'in', types)
      .select(['type', 'created_at', referenceNo])
      .orderBy('epoch')
      .orderBy('seq'),
  ),
  refused: store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where(sql`json_extract(result, '$.status')`, '=', 'refused')
      // Word for word as the index has it.
      .where(sql<boolean>`json_extract(result, '$.status') in ('refused', 'flagged')`)
      .where('type', 'in', types)
      .select(['epoch', 'seq', 'type', 'created_at', 'result', referenceNo])
      .orderBy('epoch', 'desc')
      .orderBy('seq', 'desc')
      .limit(shown),
  ),
})

/** What became of imports: they are requests like others, and only the server makes orders of them. */
export interface ImportRequests {
  view(): ImportsView
  dismiss(id: string): void
  /** Orders of which an import is under way. */
  underWay(kind: SheetKind): ReadonlySet<string>
}

export const createImportRequests = (store: Store): ImportRequests => {
  const statements = prepareStatements(store)
  const refused = (): ImportsView['refused'] =>
    statements.refused.all({}).flatMap(({ epoch, seq, type, created_at: at, result, order_no }) => {
      const kind = kinds[type]
      const { code, message } = JSON.parse(result ?? '{}') as Extract<
        CommandResult,
        { status: 'refused' }
      >
      return kind === undefined
        ? []
        : [{ id: `${epoch}/${seq}`, kind, orderNo: order_no, at, code, message }]
    })
  const waiting = (): ImportsView['waiting'] =>
    statements.waiting.all({}).flatMap(({ type, created_at: at, order_no: orderNo }) => {
      const kind = kinds[type]
      return kind === undefined ? [] : [{ kind, orderNo, at }]
    })
  // What was refused before this start stands among the refusals of the line; here only news counts.
  const read = new Set(refused().map(({ id }) => id))

  return {
    view: () => ({
      waiting: waiting(),
      refused: refused().filter(({ id }) => !read.has(id)),
    }),
    dismiss: (id) => void read.add(id),
    underWay: (kind) =>
      new Set(waiting().flatMap((one) => (one.kind === kind ? [one.orderNo] : []))),
  }
}
