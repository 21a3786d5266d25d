import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import type { CartonRow } from '#shared/contract/views.ts'
import type { Bench } from '#electron/packing/index.ts'
import { cartonCodeOf } from './carton-code-of.ts'
import type { RequestHandlers } from './register.ts'

type CartonRequest = `cartons.${'list' | 'reopen' | 'void' | 'copy'}`

interface CartonHandlerParts {
  readonly bench: Pick<Bench, 'reopen' | 'void'>
  readonly list: (orderNo: OrderNo) => CartonRow[]
  /** Prints one more copy of a label of the newest revision. */
  readonly copy: (code: CartonCode, side: 1 | 2, page: number, reason: string) => unknown
}

export const cartonHandlers = ({
  bench,
  list,
  copy,
}: CartonHandlerParts): Pick<RequestHandlers, CartonRequest> => ({
  'cartons.list': (orderNo) => list(orderNo as OrderNo),
  'cartons.reopen': ({ code, reason }) => bench.reopen(cartonCodeOf(code), reason),
  'cartons.void': ({ code, reason }) => bench.void(cartonCodeOf(code), reason),
  'cartons.copy': ({ code, side, page, reason }) => {
    copy(cartonCodeOf(code), side, page, reason)
  },
})
