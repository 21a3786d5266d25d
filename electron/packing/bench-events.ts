import type { CartonCode } from '#shared/domain/carton-code.ts'
import { judgeGoods } from '#shared/domain/judge-goods.ts'
import type { GoodsMatch } from '#shared/domain/pack-session.ts'
import { ok } from '#shared/result.ts'
import type { BenchParts } from './bench-parts.ts'
import type { Held } from './held.ts'
import { labelProgress } from './marks.ts'
import { type EventMaker, refuse } from './refusal.ts'

/** Events whose facts come from the store: they are made inside the transaction that commits them. */
export interface BenchEvents {
  goods(match: GoodsMatch): EventMaker
  /** `revision` is null where only the bars were read; `code` where nothing could be. */
  mark(code: CartonCode | null, revision: number | null): EventMaker
  box(id: string): EventMaker
}

type EventParts = Pick<BenchParts, 'leases' | 'cartons' | 'marks' | 'boxTypes'>

export const createBenchEvents = (parts: EventParts, held: () => Held | null): BenchEvents => {
  const { leases, cartons, marks, boxTypes } = parts
  return {
    goods: (match) => () => {
      const current = held()
      if (current === null) return refuse('no-order-open')
      const { session, order } = current
      const opens = session.carton === null && judgeGoods(session, match).outcome === 'accepted'
      if (!opens) return ok({ type: 'goods', match, fresh: null })
      const cartonNo = leases.takeCartonNo(order.header.orderNo)
      if (cartonNo === null) return refuse('numbers-exhausted')
      const code = leases.takeCode()
      return code === null
        ? refuse('codes-exhausted')
        : ok({ type: 'goods', match, fresh: { code, cartonNo } })
    },

    mark: (code, revision) => () => {
      const carton = held()?.session.carton ?? null
      const known = code === null ? null : cartons.find(code)
      const jobs = carton === null ? [] : marks.jobsOf(carton.code, carton.revision)
      const { total, confirmed, next } = labelProgress(jobs)
      return ok({
        type: 'mark',
        scan: {
          code,
          revision,
          known:
            known === null
              ? null
              : {
                  revision: known.revision,
                  voided: known.state === 'voided',
                  verified: known.state === 'verified',
                },
          labels: { total, confirmed, nextPrinted: next !== null },
        },
      })
    },

    box: (id) => () => {
      const boxType = boxTypes.find((candidate) => candidate.id === id)
      return boxType === undefined
        ? refuse('box-type-unknown', { boxType: id })
        : ok({ type: 'choose-box', boxType })
    },
  }
}
