import { expect, test } from 'vitest'
import type { ScaleReading } from '#shared/domain/scale-reading.ts'
import type { ScaleState } from '#shared/domain/scale-state.ts'
import { AppError } from '#shared/errors.ts'
import { createListeners } from '../listeners.ts'
import type { Chunk, DeviceLink, LinkState } from '../links/link.ts'
import { writeFrame } from '#tests/support/scale-frames.ts'
import { createManualTicker } from '#tests/support/manual-ticker.ts'
import { createLinkScale } from './link-scale.ts'
import { protocols } from './protocols/all.ts'

const missing = new AppError('device-missing', 'unplugged')

/** A line whose other end is the test, and time that the test moves on. */
const open = (protocol: keyof typeof protocols) => {
  const { clock, every, advance } = createManualTicker()
  const chunks = createListeners<Chunk>()
  const states = createListeners<LinkState>()
  let state: LinkState = 'open'
  const written: string[] = []
  const link: DeviceLink = {
    state: () => state,
    problem: () => (state === 'open' ? null : missing),
    onBytes: chunks.add,
    onState: states.add,
    write: (bytes) => {
      written.push(Buffer.from(bytes).toString('latin1'))
      return state === 'open' ? Promise.resolve() : Promise.reject(missing)
    },
    pause: () => Promise.resolve(() => undefined),
    close: () => Promise.resolve(),
  }
  const scale = createLinkScale({
    link,
    protocol: protocols[protocol],
    after: (ms, run) => {
      const stop = every(ms, () => {
        stop()
        run()
      })
      return stop
    },
  })
  const readings: ScaleReading[] = []
  const told: ScaleState[] = []
  scale.onReading((reading) => readings.push(reading))
  scale.onState((next) => told.push(next))
  return {
    scale,
    readings,
    told,
    written,
    advance,
    send: (bytes: Buffer | string) =>
      chunks.tell({ bytes: Buffer.from(bytes as string, 'latin1'), at: clock() }),
    plug: (next: LinkState) => {
      state = next
      states.tell(next)
    },
  }
}
const show = (grams: number): Buffer => writeFrame['yaohua-a9']({ grams, stable: true, net: false })

test('a scale that does not say so is at rest when it has shown the same for half a second, thrice', () => {
  const { advance, readings, send } = open('yaohua-a9')
  for (let times = 0; times < 12; times += 1) {
    send(show(times < 2 ? 4_000 : 5_000))
    advance(50)
  }
  expect(readings.map(({ stable }) => stable)).toEqual([
    ...Array.from({ length: 11 }, () => false),
    false,
  ])
  send(show(5_000))
  expect(readings.at(-1)).toMatchObject({ grams: 5_000, stable: true })
  send(show(5_001))
  expect(readings.at(-1)?.stable).toBe(false)
})

test('two slow readings are not yet rest', () => {
  const { advance, readings, send } = open('yaohua-a9')
  for (let times = 0; times < 3; times += 1) {
    send(show(5_000))
    advance(600)
  }
  expect(readings.map(({ stable }) => stable)).toEqual([false, false, true])
})

test('a scale that stops is silent, and what it showed counts for nothing afterwards', () => {
  const { advance, readings, scale, send, told } = open('yaohua-a9')
  for (let times = 0; times < 15; times += 1) {
    send(show(5_000))
    advance(50)
  }
  expect(readings.at(-1)?.stable).toBe(true)
  advance(1_499)
  expect(scale.state()).toBe('silent')
  send(show(5_000))
  expect(readings.at(-1)?.stable).toBe(false)
  expect(told).toEqual(['live', 'silent', 'live'])
})

test('bytes that make no frame are told as such: the protocol or the baud rate is wrong', () => {
  const { advance, scale, send } = open('yaohua-a9')
  send('ST,GS,+0012.35 kg\r\n')
  expect(scale.state()).toBe('unreadable')
  expect(scale.counts().noise).toBeGreaterThan(0)
  advance(1_600)
  expect(scale.state()).toBe('silent')
})

test('what a scale says of itself is shown, until it weighs again', () => {
  const { scale, send, told } = open('and')
  send('\r\nOL,GS,+0000000 kg\r\n')
  expect(scale.state()).toBe('overload')
  send('ST,GS,+00012.35kg\r\n')
  expect(scale.state()).toBe('live')
  send('OL,GS,-0000000 kg\r\n')
  expect(told).toEqual(['overload', 'live', 'underload'])
})

test('a half frame of before the break is no beginning of what comes after it', () => {
  const { plug, readings, scale, send } = open('yaohua-a9')
  const frame = show(5_000)
  send(frame.subarray(0, 7))
  plug('absent')
  expect(scale.problem()?.code).toBe('device-missing')
  plug('open')
  send(frame.subarray(7))
  expect(readings).toEqual([])
  send(frame)
  expect(readings).toHaveLength(1)
})

test('a scale that answers is asked eight times a second, and about its tare now and then', () => {
  const { advance, written } = open('mt-sics')
  advance(1_000)
  expect(written).toHaveLength(9)
  expect(new Set(written)).toEqual(new Set(['TA\r\n', 'SI\r\n']))
})

test('tare and zero are sent where the protocol has them, and only there', async () => {
  const { scale, written } = open('and')
  await scale.tare?.()
  await scale.zero?.()
  expect(written).toEqual(['MT\r\n', 'MZ\r\n'])
  expect(open('yaohua-a9').scale.tare).toBeNull()
})

test('nothing is told or asked after closing', async () => {
  const { advance, readings, scale, send, written } = open('ohaus')
  await scale.close()
  const before = written.length
  send('    1.00 kg\r\n    1.00 kg\r\n')
  advance(5_000)
  expect(readings).toEqual([])
  expect(written).toHaveLength(before)
  expect(scale.state()).toBe('absent')
})
