import { sql } from 'kysely'
import type { ExceptionKind, GoodsException } from '#shared/domain/goods-exception.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { Store } from '#electron/store/index.ts'

interface TakenPhoto {
  readonly exceptionId: number
  /** Of its bytes, lower-case hex. */
  readonly sha256: string
  readonly bytes: number
  readonly operator: string | null
  /** ISO 8601 with offset. */
  readonly at: string
}

export interface RefusedPhoto {
  readonly id: number
  readonly orderNo: OrderNo
  readonly at: string
  /** The server's own code and words, or the station's. */
  readonly code: string
  readonly message: string
}

/** Which photos of exceptions there are, and which of them the server has. Writes run in the caller's transaction. */
export const createExceptionPhotoRecords = (store: Store) => {
  const exception = store.prepare<{ id: number }>()((db, param) =>
    db
      .selectFrom('goods_exceptions')
      .select(['order_no', 'kind', 'sku', 'text', 'at'])
      .where('id', '=', param('id')),
  )
  const ofException = store.prepare<{ id: number }>()((db, param) =>
    db.selectFrom('exception_photos').select('sha256').where('exception_id', '=', param('id')),
  )
  const ofOrder = store.prepare<{ orderNo: string }>()((db, param) =>
    db
      .selectFrom('exception_photos')
      .innerJoin('goods_exceptions', 'goods_exceptions.id', 'exception_photos.exception_id')
      .where('goods_exceptions.order_no', '=', param('orderNo'))
      .select(['exception_id', 'sha256'])
      .orderBy('exception_photos.id'),
  )
  const insert = store.prepare<{
    exceptionId: number
    sha256: string
    bytes: number
    operator: string | null
    at: string
  }>()((db, param) =>
    db.insertInto('exception_photos').values({
      exception_id: param('exceptionId'),
      sha256: param('sha256'),
      bytes: param('bytes'),
      operator: param('operator'),
      taken_at: param('at'),
    }),
  )
  const named = store.prepare<{ sha256: string }>()((db, param) =>
    db.selectFrom('exception_photos').select('id').where('sha256', '=', param('sha256')).limit(1),
  )
  const oldest = store.prepare()((db) =>
    db
      .selectFrom('exception_photos')
      .where('uploaded_at', 'is', null)
      .where('refusal', 'is', null)
      .select(['sha256', 'taken_at as at'])
      .orderBy('id')
      .limit(1),
  )
  const waiting = store.prepare()((db) =>
    db
      .selectFrom('exception_photos')
      .where('uploaded_at', 'is', null)
      .where('refusal', 'is', null)
      .select((eb) => eb.fn.countAll<number>().as('count')),
  )
  const uploaded = store.prepare<{ sha256: string; at: string }>()((db, param) =>
    db
      .updateTable('exception_photos')
      .set({ uploaded_at: param('at'), refusal: null })
      .where('sha256', '=', param('sha256'))
      .where('uploaded_at', 'is', null),
  )
  const refuse = store.prepare<{ sha256: string; refusal: string }>()((db, param) =>
    db
      .updateTable('exception_photos')
      .set({ refusal: param('refusal') })
      .where('sha256', '=', param('sha256'))
      .where('uploaded_at', 'is', null),
  )
  const refused = store.prepare<{ limit: number }>()((db, param) =>
    db
      .selectFrom('exception_photos')
      .innerJoin('goods_exceptions', 'goods_exceptions.id', 'exception_photos.exception_id')
      .where('refusal', 'is not', null)
      .select([
        'exception_photos.id',
        'order_no',
        'taken_at',
        sql<string>`refusal ->> '$.code'`.as('code'),
        sql<string>`refusal ->> '$.message'`.as('message'),
      ])
      .orderBy('exception_photos.id', 'desc')
      .limit(param('limit')),
  )

  return {
    exception: (
      id: number,
    ): Pick<GoodsException, 'orderNo' | 'kind' | 'sku' | 'text' | 'at'> | null => {
      const row = exception.get({ id })
      if (row === undefined) return null
      const { order_no, kind, sku, text, at } = row
      const orderNo = order_no as OrderNo
      return { orderNo, kind: kind as ExceptionKind, sku: sku as Sku | null, text, at }
    },
    ofException: (id: number): readonly string[] =>
      ofException.all({ id }).map(({ sha256 }) => sha256),
    ofOrder: (orderNo: OrderNo): ReadonlyMap<number, readonly string[]> => {
      const photos = new Map<number, string[]>()
      for (const { exception_id: id, sha256 } of ofOrder.all({ orderNo })) {
        photos.set(id, [...(photos.get(id) ?? []), sha256])
      }
      return photos
    },
    add: (photo: TakenPhoto): void => void insert.run({ ...photo }),
    isNamed: (sha256: string): boolean => named.get({ sha256 }) !== undefined,
    /** The one that has waited longest to go up. */
    oldest: () => oldest.get({}) ?? null,
    waiting: (): number => waiting.get({})?.count ?? 0,
    uploaded: (sha256: string, at: string): void => void uploaded.run({ sha256, at }),
    refuse: (sha256: string, why: Pick<RefusedPhoto, 'code' | 'message'>): void =>
      void refuse.run({ sha256, refusal: JSON.stringify(why) }),
    /** Newest first. */
    refused: (limit: number): readonly RefusedPhoto[] =>
      refused.all({ limit }).map(({ order_no, taken_at: at, ...row }) => ({
        ...row,
        orderNo: order_no as OrderNo,
        at,
      })),
  }
}
