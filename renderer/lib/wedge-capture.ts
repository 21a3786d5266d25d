import { createWedge, pressWedge, type WedgeKey, type WedgeState } from '#shared/domain/wedge.ts'
import type { WedgeView } from '#shared/contract/views.ts'
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
  /** `scanner`: the id of the one that typed, or null when it cannot be told. */
  readonly onScan: (text: string, scanner: string | null) => void
  /** The text field that has the focus, or null: keys that may be typing are left to it. */
  readonly focusedField: () => TextField | null
}

export interface WedgeCapture {
  /** The scanners of the settings that type; without any, one that is set as it left its maker. */
  use(scanners: readonly WedgeView[]): void
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

/** All of them type into one stream, so it has to suit the slowest, and each of their ends. */
const wedgeFor = (scanners: readonly WedgeView[]): WedgeState => {
  const gaps = scanners.flatMap(({ gapMs }) => gapMs ?? [])
  const [suffix = null, ...others] = new Set(scanners.map((scanner) => scanner.suffix))
  return createWedge({
    prefixes: scanners.map(({ prefix }) => prefix),
    ...(gaps.length === 0 ? {} : { gapMs: Math.max(...gaps) }),
    ...(suffix === null || others.length > 0 ? {} : { suffix }),
  })
}

/** Feeds keys to the wedge decoder, keeps a scan's keys from the page and takes its first characters out of a field again. */
export const createWedgeCapture = ({ onScan, focusedField }: WedgeParts): WedgeCapture => {
  let scanners: readonly WedgeView[] = []
  let state = wedgeFor(scanners)
  /** The field as it was before what may become a scan. */
  let before: Pick<TextField, 'value' | 'caret'> | null = null
  /** Keys kept from the page while down: their release is kept from it too. */
  const held = new Set<string>()
  const keep = (event: WedgeEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  return {
    use: (next) => {
      // The station tells its state for many reasons; none of them may break a scan off.
      if (JSON.stringify(next) === JSON.stringify(scanners)) return
      scanners = next
      state = wedgeFor(scanners)
    },
    down: (event) => {
      if (event.altKey || event.metaKey) return
      const step = pressWedge(state, keyOf(event))
      // Shift and its like change nothing: the field holds the first character by then.
      const isFirst = step.state !== state && step.state.leaked === 1
      state = step.state
      const field = focusedField()
      if (isFirst && !step.capture) {
        before = field === null ? null : { value: field.value, caret: field.caret }
      }
      if (step.leaked > 0 && field !== null) withoutLeak(field, step.leaked, before)
      if (step.capture || (step.suspect && field === null)) {
        held.add(event.code)
        keep(event)
      }
      if (step.scan === null) return
      onScan(step.scan, scanners.find(({ prefix }) => prefix === step.prefix)?.id ?? null)
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
