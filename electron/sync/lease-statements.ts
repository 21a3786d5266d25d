import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

// A block or run is never deleted: what was leased once is remembered, so that it can never be leased in twice.

interface Range extends Record<string, number> {
  first: number
  last: number
}

const codeStatements = (store: Store) => ({
  takeCode: store.prepare()((db) =>
    db
      .updateTable('code_blocks')
      .set((eb) => ({ next: eb('next', '+', 1) }))
      .where('first', '=', (eb) =>
        eb
          .selectFrom('code_blocks')
          .select((inner) => inner.fn.min<number>('first').as('first'))
          .whereRef('next', '<=', 'last'),
      )
      .returning(sql<number>`next - 1`.as('serial')),
  ),
  codes: store.prepare()((db) =>
    db
      .selectFrom('code_blocks')
      .whereRef('next', '<=', 'last')
      .select((eb) => [
        eb.fn.countAll<number>().as('blocks'),
        sql<number>`coalesce(sum(last + 1 - next), 0)`.as('left'),
      ]),
  ),
  overlappingBlock: store.prepare<Range>()((db, param) =>
    db
      .selectFrom('code_blocks')
      .where('first', '<=', param('last'))
      .where('last', '>=', param('first'))
      .select('first')
      .limit(1),
  ),
  addBlock: store.prepare<Range>()((db, param) =>
    db
      .insertInto('code_blocks')
      .values({ first: param('first'), last: param('last'), next: param('first') }),
  ),
  burnBlocks: store.prepare()((db) =>
    db.updateTable('code_blocks').set((eb) => ({ next: eb('last', '+', 1) })),
  ),
})

interface OrderRange extends Record<string, string | number> {
  orderNo: string
  first: number
  last: number
}

const numbersLeft = sql<number>`coalesce(sum(last + 1 - next), 0)`

const numberStatements = (store: Store) => ({
  takeNumber: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .updateTable('number_runs')
      .set((eb) => ({ next: eb('next', '+', 1) }))
      .where('order_no', '=', param('orderNo'))
      .where('first', '=', (eb) =>
        eb
          .selectFrom('number_runs')
          .select((inner) => inner.fn.min<number>('first').as('first'))
          .where('order_no', '=', param('orderNo'))
          .whereRef('next', '<=', 'last'),
      )
      .returning(sql<number>`next - 1`.as('number')),
  ),
  /** The run of this station that a number belongs to, and how far it is used. */
  runOf: store.prepare<{ orderNo: string; number: number }>()((db, param) =>
    db
      .selectFrom('number_runs')
      .where('order_no', '=', param('orderNo'))
      .where('first', '<=', param('number'))
      .where('last', '>=', param('number'))
      .select('next'),
  ),
  lastLeased: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('number_runs')
      .where('order_no', '=', param('orderNo'))
      .select(sql<number>`coalesce(max(last), 0)`.as('last')),
  ),
  /** A mark was printed ahead for this number. */
  planned: store.prepare<{ orderNo: string; number: number }>()((db, param) =>
    db
      .selectFrom('planned_marks')
      .where('order_no', '=', param('orderNo'))
      .where('carton_no', '=', param('number'))
      .select('code'),
  ),
  numbersLeft: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('number_runs')
      .where('order_no', '=', param('orderNo'))
      .select(numbersLeft.as('left')),
  ),
  overlappingRun: store.prepare<OrderRange>()((db, param) =>
    db
      .selectFrom('number_runs')
      .where('order_no', '=', param('orderNo'))
      .where('first', '<=', param('last'))
      .where('last', '>=', param('first'))
      .select('first')
      .limit(1),
  ),
  addRun: store.prepare<OrderRange>()((db, param) =>
    db.insertInto('number_runs').values({
      order_no: param('orderNo'),
      first: param('first'),
      last: param('last'),
      next: param('first'),
    }),
  ),
  burnRuns: store.prepare()((db) =>
    db.updateTable('number_runs').set((eb) => ({ next: eb('last', '+', 1) })),
  ),
  /** Packable orders with no more numbers than this. */
  low: store.prepare<{ low: number }>()((db, param) =>
    db
      .selectFrom('orders')
      .leftJoin('number_runs', 'number_runs.order_no', 'orders.order_no')
      .where('orders.status', 'in', ['draft', 'packing'])
      .select(['orders.order_no as orderNo', numbersLeft.as('left')])
      .groupBy('orders.order_no')
      .having(numbersLeft, '<=', param('low')),
  ),
  packable: store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('orders')
      .where('order_no', '=', param('orderNo'))
      .where('status', 'in', ['draft', 'packing'])
      .select('order_no'),
  ),
})

export const prepareLeaseStatements = (store: Store) => ({
  ...codeStatements(store),
  ...numberStatements(store),
})
