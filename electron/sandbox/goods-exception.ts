import type { FactPayload } from '#shared/contract/linkstar-api.ts'
import type { Applying, Flag } from './outcome.ts'

const unknownOrder = async ({ tx }: Applying, reference_no: string): Promise<readonly Flag[]> => {
  const order = await tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', reference_no)
    .executeTakeFirst()
  return order === undefined ? [{ code: 'order-unknown', message: `no order ${reference_no}` }] : []
}

/** The command log keeps it; the bytes come as a document, before it or after. */
export const exceptionPhoto = (
  by: Applying,
  { reference_no }: FactPayload<'exception-photo'>,
): Promise<readonly Flag[]> => unknownOrder(by, reference_no)

/** The command log keeps it; what is odd about it is told. */
export const goodsException = async (
  by: Applying,
  { reference_no, sku, kind }: FactPayload<'goods-exception'>,
): Promise<readonly Flag[]> => {
  const unknown = await unknownOrder(by, reference_no)
  if (unknown.length > 0) return unknown
  const { tx } = by
  if (kind !== 'short' && kind !== 'put-back') return []
  const line = await tx
    .selectFrom('order_lines')
    .select('sku')
    .where('reference_no', '=', reference_no)
    .where('sku', '=', sku ?? '')
    .executeTakeFirst()
  return line === undefined
    ? [{ code: 'sku-not-in-order', message: `${sku ?? '?'} is on no line of the order` }]
    : []
}
