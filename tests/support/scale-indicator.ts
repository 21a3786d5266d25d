import type { ScaleProtocolId } from '#shared/domain/scale-protocol.ts'
import type { PtyPair } from './pty-pair.ts'
import { type Shown, type WriteFrame, writeFrame } from './scale-frames.ts'

/** An indicator at the other end of a serial cable: it sends by itself, or answers, as its protocol does. */
export interface ScaleIndicator {
  place(grams: number): void
  clear(): void
  /** It speaks only when it is asked. */
  readonly isAsked: boolean
  /** Sends what the display shows next. */
  tick(): Promise<void>
}

/** What part of a load the display shows while it comes to rest. */
const settling = [0.25, 0.7, 1, 1]
/** What is asked for a weight; the rest is asked about tare. */
const asksWeight = /^(SI|IP|R)/

export const openIndicator = (
  id: ScaleProtocolId,
  cable: PtyPair,
  write: WriteFrame = writeFrame[id],
): ScaleIndicator => {
  let shown: Shown = { grams: 0, stable: true, net: false }
  let moving: Shown[] = []
  const isAsked = id === 'mt-sics' || id === 'ohaus' || id === 'yaohua-a12ss'

  const moveTo = (grams: number): void => {
    moving = [
      ...settling.map((part) => ({
        grams: Math.round(shown.grams + (grams - shown.grams) * part),
        stable: false,
        net: false,
      })),
      { grams, stable: true, net: false },
    ]
  }
  const next = (): Shown => {
    shown = moving.shift() ?? shown
    return shown
  }

  if (isAsked) {
    cable.onReceived((bytes) => {
      const questions = bytes.toString('latin1').match(/R|[A-Z]+\r\n/g) ?? []
      for (const question of questions) {
        // A cable that was pulled out takes no answer.
        const answer = asksWeight.test(question) ? write(next()) : 'TA A      0.000 kg\r\n'
        void cable.send(answer).catch(() => undefined)
      }
    })
  }

  return {
    isAsked,
    place: moveTo,
    clear: () => moveTo(0),
    tick: () => cable.send(write(next())),
  }
}
