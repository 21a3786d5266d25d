import type { SerialAddress } from '#shared/domain/device-address.ts'
import { type ScaleProtocolId, scaleProtocols } from '#shared/domain/scale-protocol.ts'
import type { DeviceLink } from '../links/link.ts'
import type { After } from '../links/reconnecting-link.ts'
import { protocols } from './protocols/all.ts'
import type { ScaleParser } from './protocols/protocol.ts'

interface DetectParts {
  /** Opens the port with these settings; it is closed again before the next are tried. */
  readonly open: (address: SerialAddress) => DeviceLink
  readonly after: After
  readonly signal: AbortSignal
  /** Before each of the settings that are tried; `step` counts from 1. */
  readonly tried?: (step: number, of: number, address: SerialAddress) => void
}

export interface DetectedScale {
  readonly protocol: ScaleProtocolId
  readonly address: SerialAddress
}

const eight = { dataBits: 8, parity: 'none' } as const
/** Older Toledo and A&D indicators leave the works like this. */
const seven = { dataBits: 7, parity: 'even' } as const

/** As makers deliver their scales, the most common first. */
const lineSettings = [
  { baudRate: 9600, ...eight },
  { baudRate: 4800, ...eight },
  { baudRate: 2400, ...eight },
  { baudRate: 1200, ...eight },
  { baudRate: 19_200, ...eight },
  { baudRate: 9600, ...seven },
  { baudRate: 2400, ...seven },
  { baudRate: 4800, ...seven },
] as const

/** How long each is listened to, and how long an answer may take, in milliseconds. */
const listenMs = 700
const answerMs = 250
/** A single frame may be chance. */
const enoughFrames = 2

/** Questions that change nothing, in any protocol, whoever hears them. */
const questions = ['SI\r\n', 'IP\r\n', 'R'] as const

interface Candidate {
  readonly id: ScaleProtocolId
  readonly parser: ScaleParser
  weights: number
}

/** The one that understood most, and more than it did not. */
const bestOf = (candidates: readonly Candidate[]): ScaleProtocolId | null => {
  const [best] = candidates
    .filter(({ parser, weights }) => weights >= enoughFrames && parser.counts().bad < weights)
    .toSorted((one, other) => other.weights - one.weights)
  return best?.id ?? null
}

const pause = (after: After, signal: AbortSignal, ms: number, done: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const step = Math.min(ms, 25)
    const wait = (left: number): void => {
      if (left <= 0 || signal.aborted || done()) resolve()
      else after(step, () => wait(left - step))
    }
    wait(ms)
  })

/**
 * Finds what a scale at this port speaks by listening, and by asking where it is silent. Null when nothing that is
 * understood came, which takes about 12 s; the port must be free.
 */
export const detectScale = async (
  port: SerialAddress,
  { open, after, signal, tried }: DetectParts,
): Promise<DetectedScale | null> => {
  const isWanted = (): boolean => !signal.aborted
  for (const [index, settings] of lineSettings.entries()) {
    if (!isWanted()) return null
    const address: SerialAddress = { ...port, ...settings, stopBits: 1 }
    tried?.(index + 1, lineSettings.length, address)
    const candidates: Candidate[] = scaleProtocols
      .filter((id) => id !== 'hid')
      .map((id) => ({ id, parser: protocols[id].createParser(), weights: 0 }))
    let heard = 0
    const link = open(address)
    link.onBytes(({ bytes }) => {
      heard += bytes.length
      for (const candidate of candidates) {
        const reports = candidate.parser.push(bytes)
        candidate.weights += reports.filter(({ kind }) => kind === 'weight').length
      }
    })
    const isFound = (): boolean => bestOf(candidates) !== null
    try {
      await pause(after, signal, listenMs, isFound)
      for (const question of heard === 0 ? questions : []) {
        // Twice and once more: what stands before the first whole line is not believed.
        for (let times = 0; times < 3 && !isFound() && isWanted(); times += 1) {
          if (link.state() === 'absent') break
          const before = heard
          await link.write(Buffer.from(question, 'latin1'))
          await pause(after, signal, answerMs, () => heard > before + 4)
          if (heard === before) break
        }
      }
    } finally {
      await link.close()
    }
    const protocol = bestOf(candidates)
    if (protocol !== null) return { protocol, address }
  }
  return null
}
