import { commandPrefix } from './command-code.ts'
import { maxScanLength, unreadable } from './scan-code.ts'
import { usCharacter } from './us-layout.ts'

/** One keydown, in the order the keyboard sent them. Keys held with Alt or Meta are not a scanner's: leave them out. */
export interface WedgeKey {
  readonly code: string
  readonly key: string
  readonly shift: boolean
  /** Monotonic milliseconds at which the key went down (the event's own time stamp). */
  readonly at: number
  /** Scanners send GS (FNC1) as Ctrl+]. */
  readonly ctrl?: boolean
  /** The key repeats because it is held: a finger, not a scanner. */
  readonly repeat?: boolean
}

export interface WedgeOptions {
  /** Longest pause between two characters of one scan in ms: 50, at most 120 for slow scanners. */
  readonly gapMs?: number
  /** Characters the scanners are set to send before each scan; they are taken off. They tell several scanners apart. */
  readonly prefixes?: readonly string[]
  /** The key that ends a scan; either of them when absent. */
  readonly suffix?: 'Enter' | 'Tab'
}

export interface WedgeState {
  readonly gapMs: number
  readonly prefixes: readonly string[]
  readonly suffix: 'Enter' | 'Tab' | null
  /** Characters of the burst so far. */
  readonly text: string
  /** The burst can only be a scan. */
  readonly sure: boolean
  readonly leaked: number
  readonly lastAt: number
  /** When the last scan ended. */
  readonly endedAt: number
}

export interface WedgeStep {
  readonly state: WedgeState
  /** A complete scan without prefix and suffix, else null. Longer than `maxScanLength` when it was too long. */
  readonly scan: string | null
  /** The prefix that the complete scan had, else empty. */
  readonly prefix: string
  /** The key belongs to a scan: keep it from the page. */
  readonly capture: boolean
  /** The key follows another one at a scanner's speed: keep it from the page too, unless somebody may be typing into a field. */
  readonly suspect: boolean
  /** Characters of this scan that reached the page before it was known as one; told once: take them out of the field. */
  readonly leaked: number
}

const defaultGapMs = 50
const maxGapMs = 120
/** A burst that stopped short and goes on within this time is the rest of one broken scan. */
const brokenMs = 400

const aimId = /^\][A-Za-z][0-9A-Za-z]/
const modifier =
  /^((Shift|Control|Alt|Meta|OS)(Left|Right)?|AltGraph|CapsLock|NumLock|ScrollLock|Fn|FnLock)$/

/** Fingers roll over two or three keys at a scanner's speed, so fewer characters than this are no scan; more at slow settings. */
const fewest = (gapMs: number): number => (gapMs <= defaultGapMs ? 4 : 8)
/** From this many characters on nobody is typing. Waiting for the suffix would leak the whole scan. */
const certain = (gapMs: number): number => fewest(gapMs) + 2

export const createWedge = (options: WedgeOptions = {}): WedgeState => ({
  gapMs: Math.min(Math.max(options.gapMs ?? defaultGapMs, 1), maxGapMs),
  prefixes: (options.prefixes ?? []).filter((prefix) => prefix !== ''),
  suffix: options.suffix ?? null,
  text: '',
  sure: false,
  leaked: 0,
  lastAt: Number.NEGATIVE_INFINITY,
  endedAt: Number.NEGATIVE_INFINITY,
})

const within = (from: number, to: number, ms: number): boolean => to >= from && to - from <= ms

const isSuffix = (state: WedgeState, key: WedgeKey): boolean => {
  if (key.ctrl === true) return false
  const name = key.code === '' ? key.key : key.code.replace('Numpad', '')
  return state.suffix === null ? name === 'Enter' || name === 'Tab' : name === state.suffix
}

const characterOf = (key: WedgeKey): string | null => {
  if (key.ctrl === true) return key.code === 'BracketRight' ? '\u001D' : null
  const typed = usCharacter(key.code, key.shift)
  if (typed !== null) return typed
  // Keys that the layout does not know, such as those an on-screen keyboard or a test sends without a code.
  return Array.from(key.key).length === 1 && key.key >= ' ' ? key.key : null
}

const idle = (state: WedgeState): WedgeState => ({ ...state, text: '', sure: false, leaked: 0 })

const pass = (state: WedgeState): WedgeStep => ({
  state,
  scan: null,
  prefix: '',
  capture: false,
  suspect: false,
  leaked: 0,
})

const end = (state: WedgeState, key: WedgeKey, isNext: boolean): WedgeStep => {
  // A certain scan whose end comes late is whole all the same: a busy computer stretches keys.
  const inBurst = isNext || (state.sure && within(state.lastAt, key.at, brokenMs))
  const ended = { ...idle(state), endedAt: key.at }
  const prefix = state.prefixes.find((known) => state.text.startsWith(known)) ?? ''
  const scan = state.text.slice(prefix.length)
  if (inBurst && scan !== '' && (state.sure || state.text.length >= fewest(state.gapMs))) {
    const leaked = state.sure ? 0 : state.leaked
    return { state: ended, scan, prefix, capture: true, suspect: true, leaked }
  }
  // CR LF arrives as two Enters; the second one must not press the button that has the focus.
  if (!inBurst && within(state.endedAt, key.at, state.gapMs)) {
    return { state: ended, scan: null, prefix: '', capture: true, suspect: true, leaked: 0 }
  }
  return pass(idle(state))
}

/**
 * Takes the next key. The first character of a scan is like any typed one, so it always reaches the page; the burst is
 * certain after a prefix, an AIM id, what begins a command code, six characters or the suffix, and `leaked` then counts what got through.
 */
export const pressWedge = (state: WedgeState, key: WedgeKey): WedgeStep => {
  if (modifier.test(key.code) || modifier.test(key.key)) return pass(state)
  const inBurst = state.text !== '' && within(state.lastAt, key.at, state.gapMs)
  // A held key begins to repeat long after a burst is over; what is called a repeat within one is a doubled character.
  if (key.repeat === true && !inBurst) return pass(idle(state))
  if (isSuffix(state, key)) return end(state, key, inBurst)
  const character = characterOf(key)
  if (!inBurst) {
    if (character === null) return pass(idle(state))
    const broken = state.sure && within(state.lastAt, key.at, brokenMs)
    if (broken) {
      const rest = { ...state, text: unreadable + character, leaked: 0, lastAt: key.at }
      return { ...pass(rest), capture: true, suspect: true }
    }
    return pass({ ...state, text: character, sure: false, leaked: 1, lastAt: key.at })
  }
  const longest = Math.max(0, ...state.prefixes.map(({ length }) => length))
  const most = longest + maxScanLength + 1
  const text = (state.text + (character ?? unreadable)).slice(0, most)
  const announced =
    text.startsWith(commandPrefix) ||
    (text.length > 1 && state.prefixes.some((prefix) => text.startsWith(prefix)))
  const sure = state.sure || announced || aimId.test(text) || text.length >= certain(state.gapMs)
  const leaked = sure ? state.leaked : state.leaked + 1
  return {
    state: { ...state, text, sure, leaked, lastAt: key.at },
    scan: null,
    prefix: '',
    capture: sure,
    suspect: true,
    leaked: sure && !state.sure ? state.leaked : 0,
  }
}
