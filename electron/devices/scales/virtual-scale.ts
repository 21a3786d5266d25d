import { createListeners } from '../listeners.ts'
import type { Scale } from './scale.ts'
import type { ScaleReading } from '#shared/domain/scale-reading.ts'
import type { ScaleState } from '#shared/domain/scale-state.ts'

/** Calls `tick` every `ms` milliseconds until the returned function is called. */
export type Ticker = (ms: number, tick: () => void) => () => void

interface VirtualScaleParts {
  /** Monotonic milliseconds. */
  readonly clock: () => number
  readonly every: Ticker
  /** Smallest step of the display in grams. */
  readonly division?: number
}

/** A scale for training: no device, but readings as a bench scale sends them. */
export interface VirtualScale extends Scale {
  /** Puts a weight in grams on the platform; what stood there is lifted off first. */
  place(grams: number): void
  clear(): void
}

/** About eight readings a second, as common indicators send them. */
const tickMs = 125
/** What part of a load shows while it comes to rest on the platform; two readings at rest still count as motion. */
const settling = [0.25, 0.7, 1, 1]
const lifting = [0.4, 0]

/** Without noise: the same placing gives the same readings. */
export const createVirtualScale = ({
  clock,
  every,
  division = 10,
}: VirtualScaleParts): VirtualScale => {
  const readings = createListeners<ScaleReading>()
  const states = createListeners<ScaleState>()
  let state: ScaleState = 'silent'
  let shown = 0
  let frames = 0
  /** What the next readings show while the platform moves. */
  let moving: number[] = []

  const onDivision = (grams: number): number => Math.round(grams / division) * division

  const become = (next: ScaleState): void => {
    if (state === next) return
    state = next
    states.tell(next)
  }

  const stop = every(tickMs, () => {
    if (state === 'absent') return
    const next = moving.shift()
    shown = next ?? shown
    become('live')
    frames += 1
    readings.tell({ grams: shown, stable: next === undefined, net: false, at: clock() })
  })

  const lift = (): number[] => (shown === 0 ? [] : lifting.map((part) => onDivision(shown * part)))

  return {
    state: () => state,
    problem: () => null,
    counts: () => ({ frames, bad: 0, noise: 0 }),
    onBytes: () => () => undefined,
    pause: () => Promise.resolve(() => undefined),
    tare: null,
    zero: null,
    onReading: readings.add,
    onState: states.add,
    place: (grams) => {
      moving = [...lift(), ...settling.map((part) => onDivision(grams * part))]
    },
    clear: () => {
      moving = lift()
    },
    close: () => {
      stop()
      become('absent')
      return Promise.resolve()
    },
  }
}
