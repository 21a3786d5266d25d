import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Scanner } from '#electron/devices/scanners/scanner.ts'
import { classifyScan } from '#shared/domain/scan-code.ts'

/** A scanner and the hand that holds it. */
export interface ScannerBench {
  readonly scanner: Scanner
  /** Reads this code. */
  scan(text: string): Promise<void>
  /** Reads these codes at once, as far as the device can. */
  burst(texts: readonly string[]): Promise<void>
  /** Sends the beginning of a scan and no more of it. */
  breakOff(text: string): Promise<void>
  /** What a wrong setting or a bad cable makes of a scan. */
  noise(): Promise<void>
  plug(): Promise<void> | void
  unplug(): Promise<void> | void
  end(): Promise<void>
}

const codes = Array.from({ length: 200 }, (_, index) => `69253403${String(index).padStart(5, '0')}`)
const kindOf = (text: string): string => classifyScan(text, () => null).kind
const soon = { timeout: 10_000, interval: 2 }

/** What every scanner below the keyboard must do. */
export const scannerContract = (name: string, open: () => Promise<ScannerBench>): void => {
  describe(`scanner contract: ${name}`, () => {
    const benches: ScannerBench[] = []
    let heard: (string | null)[]

    const begin = async (mark = ''): Promise<ScannerBench> => {
      const bench = await open()
      benches.push(bench)
      bench.scanner.onScan(({ text }) => heard.push(text === null ? null : mark + text))
      await vi.waitFor(() => expect(bench.scanner.state()).toBe('open'), soon)
      return bench
    }
    const until = (expected: readonly (string | null)[]): Promise<unknown> =>
      vi.waitFor(() => expect(heard).toEqual(expected), soon)

    beforeEach(() => {
      heard = []
    })
    afterEach(async () => {
      for (const bench of benches.splice(0)) {
        await bench.scanner.close()
        await bench.end()
      }
    })

    test('gives a scan as it is, with Chinese and GS in it', async () => {
      const bench = await begin()
      await bench.scan('蓝牙耳机-01')
      await bench.scan('0109501101530003\u001D10AB')
      await until(['蓝牙耳机-01', '0109501101530003\u001D10AB'])
      expect(bench.scanner.counters()).toEqual({ scans: 2, broken: 0 })
      expect(bench.scanner.problem()).toBeNull()
    })

    test('loses none of 200 scans in one burst and swaps none', async () => {
      const bench = await begin()
      await bench.burst(codes)
      await until(codes)
    })

    test('a long scan arrives whole', async () => {
      const bench = await begin()
      const long = `LSC1;C=LS0003041187N;S=${'SKU-A*12,'.repeat(80)}`
      await bench.scan(long)
      await until([long])
    })

    test('a scan that breaks off is told, and not glued to the next one', async () => {
      const bench = await begin()
      await bench.breakOff('69253')
      await until([null])
      await bench.scan('6925340310318')
      await until([null, '6925340310318'])
      expect(bench.scanner.counters()).toEqual({ scans: 1, broken: 1 })
    })

    test('noise is refused, and the scan after it is taken', async () => {
      const bench = await begin()
      await bench.noise()
      await vi.waitFor(() => expect(heard).toHaveLength(1), soon)
      const [noise] = heard
      expect(noise == null ? 'garbage' : kindOf(noise)).toBe('garbage')
      await bench.scan('6925340310318')
      await vi.waitFor(() => expect(heard.slice(1)).toEqual(['6925340310318']), soon)
    })

    test('pulled out within a scan: that scan is dropped and told; plugged in, it goes on by itself', async () => {
      const bench = await begin()
      let news = 0
      bench.scanner.onState(() => (news += 1))
      await bench.scan('A1')
      await until(['A1'])
      await bench.breakOff('69253')
      await bench.unplug()
      await vi.waitFor(() => expect(bench.scanner.state()).toBe('absent'), soon)
      await until(['A1', null])
      expect(bench.scanner.problem()?.code).toBe('device-missing')
      expect(news).toBeGreaterThan(0)
      await bench.plug()
      await vi.waitFor(() => expect(bench.scanner.state()).toBe('open'), soon)
      expect(bench.scanner.problem()).toBeNull()
      await bench.scan('B2')
      await until(['A1', null, 'B2'])
    })

    test('two of them never mix their scans', async () => {
      const first = await begin('1:')
      const second = await begin('2:')
      for (const text of ['A', 'B', 'C']) {
        await first.scan(text)
        await vi.waitFor(() => expect(heard).toContain(`1:${text}`), soon)
        await second.scan(text)
        await vi.waitFor(() => expect(heard).toContain(`2:${text}`), soon)
      }
      expect(heard).toEqual(['1:A', '2:A', '1:B', '2:B', '1:C', '2:C'])
      heard = []
      await Promise.all([first.burst(codes), second.burst(codes)])
      await vi.waitFor(() => expect(heard).toHaveLength(400), soon)
      for (const mark of ['1:', '2:']) {
        expect(heard.filter((text) => text?.startsWith(mark))).toEqual(
          codes.map((text) => mark + text),
        )
      }
    })

    test('tells nothing once closed, twice', async () => {
      const bench = await begin()
      await bench.scan('A1')
      await until(['A1'])
      await bench.scanner.close()
      await bench.scanner.close()
      await bench.scan('B2')
      expect(bench.scanner.state()).toBe('absent')
      expect(heard).toEqual(['A1'])
    })
  })
}
