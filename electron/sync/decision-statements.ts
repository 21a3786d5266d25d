import type { Store } from '#electron/store/index.ts'

interface Raised extends Record<string, string | number> {
  orderNo: string
  kind: string
  revision: number
  theirs: string
  at: string
}

export const prepareDecisionStatements = (store: Store) => ({
  open: store.prepare()((db) =>
    db
      .selectFrom('decisions')
      .innerJoin('orders', 'orders.order_no', 'decisions.order_no')
      .where('decisions.choice', 'is', null)
      .select([
        'decisions.id',
        'decisions.order_no',
        'decisions.kind',
        'decisions.revision',
        'decisions.theirs',
        'decisions.at',
        'orders.revision as here',
      ])
      .orderBy('decisions.id'),
  ),
  latest: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('decisions')
      .where('order_no', '=', param('orderNo'))
      .where('choice', 'in', ['follow-server', 'keep-packed'])
      .select('revision')
      .orderBy('id', 'desc')
      .limit(1),
  ),
  insert: store.prepare<Raised>()((db, param) =>
    db.insertInto('decisions').values({
      order_no: param('orderNo'),
      kind: param('kind'),
      revision: param('revision'),
      theirs: param('theirs'),
      at: param('at'),
      choice: null,
      decided_at: null,
    }),
  ),
  replace: store.prepare<Raised>()((db, param) =>
    db
      .updateTable('decisions')
      .set({
        kind: param('kind'),
        revision: param('revision'),
        theirs: param('theirs'),
        at: param('at'),
      })
      .where('order_no', '=', param('orderNo'))
      .where('choice', 'is', null),
  ),
  withdraw: store.prepare<{ orderNo: string; at: string }>()((db, param) =>
    db
      .updateTable('decisions')
      .set({ choice: 'withdrawn', decided_at: param('at') })
      .where('order_no', '=', param('orderNo'))
      .where('choice', 'is', null),
  ),
  decide: store.prepare<{ id: number; choice: string; at: string }>()((db, param) =>
    db
      .updateTable('decisions')
      .set({ choice: param('choice'), decided_at: param('at') })
      .where('id', '=', param('id')),
  ),
  lines: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .where('order_no', '=', param('orderNo'))
      .select(['sku', 'ordered', 'packed', 'info'])
      .orderBy('line_no'),
  ),
  cartons: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('cartons')
      .where('order_no', '=', param('orderNo'))
      .where('state', '!=', 'voided')
      .select((eb) => [
        'code',
        'carton_no',
        'state',
        eb
          .selectFrom('carton_contents')
          .whereRef('carton_contents.code', '=', 'cartons.code')
          .select((inner) => inner.fn.sum<number | null>('quantity').as('units'))
          .as('units'),
      ])
      .orderBy('carton_no'),
  ),
})
