import type { CommandPayload, FactPayload, FactType } from '#shared/contract/linkstar-api.ts'
import { outsideOf } from '#shared/domain/carton.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { GoodsException } from '#shared/domain/goods-exception.ts'
import type { Size } from '#shared/domain/units.ts'

// Facts as the API takes them; with wire-requests and wire-orders the one adapter between its names and ours.

export interface FactCommand<Type extends FactType = FactType> {
  readonly type: Type
  readonly payload: CommandPayload<Type>
}

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu

/** One line as the API takes it: a typed reason must never cost the fact that carries it. */
const line = (text: string, max: number): string =>
  text.toWellFormed().replace(controls, ' ').trim().slice(0, max).toWellFormed().trim() || '?'

const operatorOf = ({ operator }: Fact) =>
  operator === undefined ? {} : { operator: line(operator, 100) }

export const wireSize = ({ length, width, height }: Size) => ({ l: length, w: width, h: height })

const sealedPayload = (
  fact: Extract<Fact, { type: 'carton-sealed' }>,
): FactPayload<'carton-sealed'> => {
  const { carton } = fact
  const { gross, source, reason } = carton.weight
  return {
    reference_no: fact.orderNo,
    box_no: carton.cartonNo,
    carton_code: fact.code,
    revision: fact.revision,
    box_type: line(carton.boxType.id, 64),
    box_details: carton.contents.map(({ sku, quantity }) => ({ sku, quantity })),
    weight_g: gross,
    weight_source: source,
    ...(reason === undefined ? {} : { weight_reason: line(reason, 200) }),
    size_mm: wireSize(outsideOf(carton)),
    station: line(fact.station, 100),
    ...operatorOf(fact),
    sealed_at: fact.at,
  }
}

const toldOf = (fact: Fact) => ({
  reference_no: fact.orderNo,
  station: line(fact.station, 100),
  ...operatorOf(fact),
  at: fact.at,
})
const toldOfCarton = (fact: Extract<Fact, { code: string }>) => ({
  ...toldOf(fact),
  carton_code: fact.code,
  revision: fact.revision,
})

const wireException = ({ kind, sku, text }: Pick<GoodsException, 'kind' | 'sku' | 'text'>) => ({
  kind,
  ...(sku === null ? {} : { sku }),
  ...(text === '' ? {} : { scanned: line(text, 64) }),
})

/** The command that tells a fact. */
export const factToCommand = (fact: Fact): FactCommand => {
  switch (fact.type) {
    case 'carton-sealed':
      return { type: fact.type, payload: sealedPayload(fact) }
    case 'carton-reopened':
    case 'carton-voided':
      return { type: fact.type, payload: { ...toldOfCarton(fact), reason: line(fact.reason, 200) } }
    case 'label-printed': {
      const { side, page, copy, sha256 } = fact
      return { type: fact.type, payload: { ...toldOfCarton(fact), side, page, copy, sha256 } }
    }
    case 'carton-verified':
      return { type: fact.type, payload: toldOfCarton(fact) }
    case 'carton-recounted':
      return {
        type: fact.type,
        payload: {
          ...toldOfCarton(fact),
          counts: fact.counts.map(({ sku, quantity }) => ({ sku, quantity })),
          differences: fact.differences.map(({ sku, expected, counted }) => ({
            sku,
            packed: expected,
            counted,
          })),
          outcome: fact.outcome,
        },
      }
    case 'goods-exception':
      return {
        type: fact.type,
        payload: {
          ...toldOf(fact),
          ...wireException(fact),
          quantity: fact.units,
        },
      }
    case 'exception-photo': {
      const { at: taken_at, ...told } = toldOf(fact)
      const { exception, sha256, bytes } = fact
      return {
        type: fact.type,
        payload: {
          ...told,
          ...wireException(exception),
          noted_at: exception.at,
          sha256,
          bytes,
          taken_at,
        },
      }
    }
    case 'order-closed':
      return {
        type: fact.type,
        payload: {
          ...toldOf(fact),
          short_lines: fact.shortLines.map(({ sku, ordered, packed, reason }) => ({
            sku,
            plan_qty: ordered,
            packed_qty: packed,
            reason: line(reason, 200),
          })),
        },
      }
    case 'order-change-declined':
      return {
        type: fact.type,
        payload: { ...toldOf(fact), revision: fact.revision, change: fact.change },
      }
  }
}
