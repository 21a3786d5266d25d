import type { FactPayload } from '#shared/contract/linkstar-api.ts'
import type { Applying, Flag } from './outcome.ts'

/** The command log keeps it; what is odd about it is told. */
export const goodsException = async (
  { tx }: Applying,
  { reference_no, sku, kind }: FactPayload<'goods-exception'>,
): Promise<readonly Flag[]> => {
  const order = await tx
    .selectFrom('orders')
    .select('status')
    .where('reference_no', '=', reference_no)
    .executeTakeFirst()
  if (order === undefined) {
    return [{ code: 'order-unknown', message: `no order ${reference_no}` }]
  }
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
