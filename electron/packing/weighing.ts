import { createGuard, observe, sealed, weightFor } from '#shared/domain/platform-guard.ts'
import type { Grams } from '#shared/domain/units.ts'
import type { ScaleView } from '#shared/contract/views.ts'
import type { Scale } from '#electron/devices/index.ts'
import type { Bench } from './bench.ts'

interface WeighingParts {
  readonly scale: Scale
  readonly bench: Pick<Bench, 'step' | 'weigh' | 'sameAsLast' | 'lastSealed'>
  /** Nobody is at the bench: nothing is weighed in. */
  readonly isPaused: () => boolean
  readonly publish: (view: ScaleView) => void
  /** The store failed while a weight was taken. */
  readonly onFault: (error: unknown) => void
}

export interface Weighing {
  view(): ScaleView
  /** The bench stands at a new step: a weight that already rests on the platform may count. */
  benchMoved(): void
  cartonSealed(gross: Grams): void
}

/** Takes the stable weight that belongs to the carton on the bench as soon as the bench waits for it. */
export const createWeighing = ({
  scale,
  bench,
  isPaused,
  publish,
  onFault,
}: WeighingParts): Weighing => {
  let guard = createGuard(bench.lastSealed())
  let shown: ScaleView | null = null

  const view = (): ScaleView => {
    const state = scale.state()
    const reading = state === 'live' ? guard.reading : null
    return { state, grams: reading?.grams ?? null, stable: reading?.stable ?? false }
  }

  const show = (): void => {
    const next = view()
    const same =
      shown?.state === next.state && shown.grams === next.grams && shown.stable === next.stable
    if (same) return
    shown = next
    publish(next)
  }

  const benchMoved = (): void => {
    if (bench.step() !== 'weighing' || isPaused()) return
    const weight = weightFor(guard)
    try {
      if (typeof weight === 'number') bench.weigh(weight)
      else if (weight === 'same-as-last' && guard.lastSealed !== null) {
        bench.sameAsLast(guard.lastSealed)
      }
    } catch (error) {
      onFault(error)
    }
  }

  scale.onReading((reading) => {
    guard = observe(guard, reading)
    show()
    benchMoved()
  })
  scale.onState((state) => {
    if (state !== 'live') guard = observe(guard, null)
    show()
  })

  return {
    view,
    benchMoved,
    cartonSealed: (gross) => {
      guard = sealed(guard, gross)
    },
  }
}
