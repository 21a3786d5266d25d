import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scale } from '#electron/devices/scales/scale.ts'
import type { ScaleState } from '#shared/domain/scale-state.ts'
import type { ScaleReading } from '#shared/domain/scale-reading.ts'

/** A scale and the hand that loads its platform. */
export interface ScaleBench {
  readonly scale: Scale
  /** Smallest step of the display in grams. */
  readonly division: number
  place(grams: number): void
  clear(): void
  /** Lets the scale send at least one more reading. */
  step(): Promise<void>
  /** Pulls the plug out, and puts it back; null where there is none. */
  readonly plug: { out(): Promise<void>; in(): Promise<void> } | null
  end(): Promise<void>
}

/** What every adapter and its simulated twin must do. */
export const scaleContract = (name: string, open: () => Promise<ScaleBench> | ScaleBench): void => {
  describe(`scale contract: ${name}`, () => {
    let bench: ScaleBench
    let readings: ScaleReading[]

    beforeEach(async () => {
      bench = await open()
      readings = []
      bench.scale.onReading((reading) => readings.push(reading))
    })
    afterEach(async () => {
      await bench.scale.close()
      await bench.end()
    })

    const nextStable = async (): Promise<ScaleReading> => {
      const from = readings.length
      for (let steps = 0; steps < 200; steps++) {
        await bench.step()
        const stable = readings.slice(from).find((reading) => reading.stable)
        if (stable !== undefined) return stable
      }
      throw new Error(`${name} never came to rest`)
    }

    test('is live once readings come', async () => {
      const states: ScaleState[] = []
      expect(bench.scale.state()).not.toBe('absent')
      bench.scale.onState((state) => states.push(state))
      const before = bench.scale.state()
      await nextStable()
      expect(bench.scale.state()).toBe('live')
      expect(states).toEqual(before === 'live' ? [] : ['live'])
    })

    test('reads zero when empty, in whole grams and in order', async () => {
      expect(await nextStable()).toMatchObject({ grams: 0, net: false })
      await nextStable()
      expect(readings.every(({ grams }) => Number.isInteger(grams))).toBe(true)
      const times = readings.map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    })

    test('moves when loaded, and rests at the weight to the nearest division', async () => {
      await nextStable()
      const from = readings.length
      bench.place(12_344)
      const { grams } = await nextStable()
      expect(Math.abs(grams - 12_344)).toBeLessThanOrEqual(bench.division / 2)
      expect(readings.slice(from).some((reading) => !reading.stable)).toBe(true)
    })

    test('shows that the platform was empty between two loads of the same weight', async () => {
      bench.place(8_000)
      await nextStable()
      const from = readings.length
      bench.clear()
      expect((await nextStable()).grams).toBe(0)
      bench.place(8_000)
      expect((await nextStable()).grams).toBe(8_000)
      expect(Math.min(...readings.slice(from).map(({ grams }) => grams))).toBe(0)
    })

    test('tells nothing to a listener that left', async () => {
      const heard: ScaleReading[] = []
      const leave = bench.scale.onReading((reading) => heard.push(reading))
      await nextStable()
      leave()
      const before = heard.length
      await nextStable()
      expect(heard).toHaveLength(before)
    })

    test('is absent as soon as it is pulled out, and weighs again by itself when it is back', async ({
      skip,
    }) => {
      const { plug, scale } = bench
      if (plug === null) return skip('nothing to pull out')
      bench.place(8_000)
      await nextStable()
      const states: ScaleState[] = []
      scale.onState((state) => states.push(state))
      const from = readings.length
      await plug.out()
      await vi.waitFor(() => expect(scale.state()).toBe('absent'), { timeout: 10_000, interval: 5 })
      expect(scale.problem()?.code).toBe('device-missing')
      expect(readings).toHaveLength(from)
      await plug.in()
      await vi.waitFor(() => expect(scale.state()).not.toBe('absent'), {
        timeout: 10_000,
        interval: 5,
      })
      expect((await nextStable()).grams).toBe(8_000)
      expect(states[0]).toBe('absent')
      expect(states.at(-1)).toBe('live')
    })

    test('is absent and still after closing, twice', async () => {
      await nextStable()
      const states: ScaleState[] = []
      bench.scale.onState((state) => states.push(state))
      await bench.scale.close()
      await bench.scale.close()
      const before = readings.length
      await bench.step()
      expect(readings).toHaveLength(before)
      expect(bench.scale.state()).toBe('absent')
      expect(states).toEqual(['absent'])
    })
  })
}
