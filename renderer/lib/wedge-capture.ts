import {
  createWedge,
  pressWedge,
  type WedgeKey,
  type WedgeOptions,
  type WedgeState,
} from '#shared/domain/wedge.ts'
import { withoutLeak, type TextField } from './text-field.ts'

/** What is used of a keyboard event. */
export interface WedgeEvent {
  readonly code: string
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly repeat: boolean
  readonly timeStamp: number
  preventDefault(): void
  stopImmediatePropagation(): void
}

export interface WedgeParts {
  readonly onScan: (text: string) => void
  /** The text field that has the focus, or null: keys that may be typing are left to it. */
  readonly focusedField: () => TextField | null
  readonly options?: WedgeOptions
}

export interface WedgeCapture {
  down(event: WedgeEvent): void
  up(event: WedgeEvent): void
}

const keyOf = (event: WedgeEvent): WedgeKey => ({
  code: event.code,
  key: event.key,
  shift: event.shiftKey,
  at: event.timeStamp,
  ctrl: event.ctrlKey,
  repeat: event.repeat,
})

/** Feeds keys to the wedge decoder, keeps a scan's keys from the page and takes its first characters out of a field again. */
export const createWedgeCapture = ({ onScan, focusedField, options }: WedgeParts): WedgeCapture => {
  let state: WedgeState = createWedge(options)
  /** Keys kept from the page while down: their release is kept from it too. */
  const held = new Set<string>()
  const keep = (event: WedgeEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  return {
    down: (event) => {
      if (event.altKey || event.metaKey) return
      const step = pressWedge(state, keyOf(event))
      state = step.state
      const field = focusedField()
      if (step.leaked > 0 && field !== null) withoutLeak(field, step.leaked)
      if (step.capture || (step.suspect && field === null)) {
        held.add(event.code)
        keep(event)
      }
      if (step.scan !== null) onScan(step.scan)
    },
    up: (event) => {
      if (held.delete(event.code)) keep(event)
    },
  }
}

/** Listens before anything else on the page does. Returns the way to stop. */
export const listenForScans = (target: Window, capture: WedgeCapture): (() => void) => {
  const down = (event: KeyboardEvent): void => capture.down(event)
  const up = (event: KeyboardEvent): void => capture.up(event)
  target.addEventListener('keydown', down, { capture: true })
  target.addEventListener('keyup', up, { capture: true })
  return () => {
    target.removeEventListener('keydown', down, { capture: true })
    target.removeEventListener('keyup', up, { capture: true })
  }
}
