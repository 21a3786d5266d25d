import {
  type CommandPayload,
  type CommandResult,
  type CommandType,
  type FactPayload,
  factSchemas,
  type RequestType,
} from '#shared/contract/linkstar-api.ts'
import type { CartonContent } from '#shared/domain/carton.ts'
import { outsideOf } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Declaration } from '#shared/domain/facts.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { wireSize } from './wire-facts.ts'

// Requests as the API takes them, and what its answers bring.

/** What was granted for good: carton codes (serials), carton numbers, rights; both ends of a range belong to it. */
export type Grant =
  | { readonly kind: 'codes'; readonly first: number; readonly last: number }
  | {
      readonly kind: 'numbers'
      readonly orderNo: OrderNo
      readonly first: number
      readonly last: number
    }
  | {
      readonly kind: 'rights'
      readonly orderNo: OrderNo
      /** 0 where the pool had none. */
      readonly lines: readonly CartonContent[]
    }

export interface Command<Type extends CommandType = CommandType> {
  readonly type: Type
  readonly payload: CommandPayload<Type>
}

export const leaseCodesCommand = (count: number): Command<'lease-codes'> => ({
  type: 'lease-codes',
  payload: { count },
})

export const leaseNumbersCommand = (
  orderNo: OrderNo,
  count: number,
): Command<'lease-carton-numbers'> => ({
  type: 'lease-carton-numbers',
  payload: { reference_no: orderNo, count },
})

export const rightsCommand = (
  type: 'grant-rights' | 'return-rights',
  orderNo: OrderNo,
  lines: readonly CartonContent[],
): Command<'grant-rights' | 'return-rights'> => ({
  type,
  payload: {
    reference_no: orderNo,
    lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
  },
})

/** Gives back the rights to what a sealed carton held. @param seal payload of its seal, as stored in the outbox */
export const returnCommand = (seal: string): Command<'return-rights'> => {
  const { reference_no, box_details } = JSON.parse(seal) as FactPayload<'carton-sealed'>
  return { type: 'return-rights', payload: { reference_no, lines: box_details } }
}

export const declareCommand = ({ orderNo, cartons }: Declaration): Command<'declare-order'> => ({
  type: 'declare-order',
  payload: {
    reference_no: orderNo,
    cartons: cartons.map((carton) => ({
      carton_code: carton.code,
      box_no: carton.cartonNo,
      revision: carton.revision,
      box_details: carton.contents.map(({ sku, quantity }) => ({ sku, quantity })),
      weight_g: carton.weight.gross,
      size_mm: wireSize(outsideOf(carton)),
    })),
  },
})

/** Which carton and order a stored command is about. */
export interface CommandSubject {
  readonly orderNo: OrderNo | null
  readonly code: CartonCode | null
}

/** @param payload as stored in the outbox */
export const commandSubject = (payload: string): CommandSubject => {
  const told = JSON.parse(payload) as Partial<FactPayload<'carton-sealed'>>
  return {
    orderNo: (told.reference_no ?? null) as OrderNo | null,
    code: (told.carton_code ?? null) as CartonCode | null,
  }
}

/** Requests that the station makes by itself, again and again; nothing is lost when one of them is. */
const topUps: ReadonlySet<string> = new Set<RequestType>([
  'lease-codes',
  'lease-carton-numbers',
  'grant-rights',
])
export const isTopUp = (type: string): boolean => topUps.has(type)
export const topUpTypes: readonly string[] = [...topUps]

/** What people asked for: it must not get lost when the station begins another epoch. */
const askedOnce: ReadonlySet<string> = new Set<RequestType>([
  'declare-order',
  'return-rights',
  'import-order',
  'plan-boxes',
])

/** A stored command that has to be said again in another epoch, or null when it is asked for anew by itself. */
export const saidAgain = (type: string, payload: string): Command | null =>
  Object.hasOwn(factSchemas, type) || askedOnce.has(type)
    ? ({ type, payload: JSON.parse(payload) as unknown } as Command)
    : null

/** What the answer to a stored request grants, or null when it grants nothing. */
export const granted = (type: string, payload: string, result: CommandResult): Grant | null => {
  // Facts, of which there are many, grant nothing: their payload is not read again.
  if (result.status !== 'applied' || !isTopUp(type)) return null
  const { orderNo } = commandSubject(payload)
  if (type === 'grant-rights' && orderNo !== null) {
    const lines = result.lines ?? []
    return {
      kind: 'rights',
      orderNo,
      lines: lines.map(({ sku, quantity }) => ({ sku: sku as Sku, quantity })),
    }
  }
  if (result.value === undefined) return null
  const { first, last } = result.value
  if (type === 'lease-codes') return { kind: 'codes', first, last }
  return type === 'lease-carton-numbers' && orderNo !== null
    ? { kind: 'numbers', orderNo, first, last }
    : null
}
