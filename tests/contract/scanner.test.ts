import { afterEach, expect, test, vi } from 'vitest'
import { openLink } from '#electron/devices/links/open-link.ts'
import { type After, createReconnectingLink } from '#electron/devices/links/reconnecting-link.ts'
import { createFraming } from '#electron/devices/scanners/framing.ts'
import { createHidPosFraming } from '#electron/devices/scanners/hid-pos.ts'
import { createLinkScanner } from '#electron/devices/scanners/link-scanner.ts'
import { readDeviceAddress } from '#shared/domain/device-address.ts'
import type { FramingOptions } from '#shared/domain/scan-framing.ts'
import { hidPosReports } from '#tests/support/hid-pos-report.ts'
import { openPtyPair } from '#tests/support/pty-pair.ts'
import { createReportLine } from '#tests/support/report-line.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scannerContract, type ScannerBench } from './scanner.contract.ts'

const clock = (): number => performance.now()
const after: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
/** The second until the next try is not what is tested. */
const retrySoon: After = (_ms, run) => after(5, run)

interface Wire {
  readonly options: FramingOptions
  readonly framed: (text: string) => string
  /** Bytes at once; all of them when absent. */
  readonly chunk?: number
  /** As the wrong baud rate shows it. */
  readonly noise: Uint8Array
}

const serialBench = async ({
  options,
  framed,
  chunk = Infinity,
  noise,
}: Wire): Promise<ScannerBench> => {
  const cable = await openPtyPair(tempFolder(), 'scanner')
  const address = readDeviceAddress(`serial:${cable.path}?baud=115200`)
  if (!address.ok || address.value.kind !== 'serial') throw new Error('no serial address')
  const listPorts = () => Promise.resolve([])
  const link = openLink(address.value, 'scanner', { listPorts, after: retrySoon, clock })
  const framing = createFraming(options)
  const scanner = createLinkScanner({ id: 's', name: 'S', link, framing, after, clock })
  const send = async (bytes: Uint8Array): Promise<void> => {
    for (let from = 0; from < bytes.length; from += chunk) {
      await cable.send(bytes.subarray(from, from + chunk))
    }
  }
  return {
    scanner,
    scan: (text) => send(Buffer.from(framed(text))),
    burst: (texts) => send(Buffer.from(texts.map(framed).join(''))),
    breakOff: async (text) => {
      const heard = new Promise<void>((resolve) => link.onBytes(() => resolve()))
      await send(Buffer.from(framed(text)).subarray(0, text.length - 1))
      await heard
    },
    noise: () => send(noise),
    plug: cable.plug,
    unplug: cable.unplug,
    end: cable.unplug,
  }
}

const wrongBaud = [0xf8, 0x80, 0x00, 0xfe, 0x78, 0xff, 0x06]

scannerContract('serial, CR LF', () =>
  serialBench({
    options: { gapMs: 120 },
    framed: (text) => `${text}\r\n`,
    noise: Uint8Array.of(...wrongBaud, 0x0d),
  }),
)
scannerContract('serial, STX and ETX, seven bytes at once', () =>
  serialBench({
    options: { framing: 'stx-etx', gapMs: 120 },
    framed: (text) => `\u0002${text}\u0003`,
    chunk: 7,
    noise: Uint8Array.of(...wrongBaud),
  }),
)
scannerContract('serial, TAB, with prefix and suffix', () =>
  serialBench({
    options: { framing: 'tab', prefix: '~S', suffix: '#', gapMs: 120 },
    framed: (text) => `~S${text}#\t`,
    noise: Uint8Array.of(...wrongBaud, 0x09),
  }),
)

scannerContract('HID POS', () => {
  const line = createReportLine()
  const link = createReconnectingLink({
    address: 'hid:0C2E:0B61',
    open: line.open,
    after: retrySoon,
    clock,
  })
  const framing = createHidPosFraming({ gapMs: 120 })
  const send = (reports: readonly Uint8Array[]): Promise<void> => {
    for (const report of reports) line.send(report)
    return Promise.resolve()
  }
  return Promise.resolve({
    scanner: createLinkScanner({ id: 'h', name: 'H', link, framing, after, clock }),
    scan: (text) => send(hidPosReports(text)),
    burst: (texts) => send(texts.flatMap((text) => hidPosReports(text))),
    breakOff: (text) => send(hidPosReports(text.padEnd(100)).slice(0, 1)),
    noise: () => send([Uint8Array.of(2, 60, 1)]),
    plug: line.plug,
    unplug: line.unplug,
    end: () => Promise.resolve(),
  })
})

let bench: ScannerBench | null = null
afterEach(async () => {
  await bench?.scanner.close()
  await bench?.end()
  bench = null
})

test('a program that was busy in the middle of a scan takes it all the same', async () => {
  bench = await serialBench({
    options: { gapMs: 60 },
    framed: (text) => `${text}\r`,
    noise: Uint8Array.of(),
  })
  const { scanner } = bench
  const heard: (string | null)[] = []
  scanner.onScan(({ text }) => heard.push(text))
  await vi.waitFor(() => expect(scanner.state()).toBe('open'))
  const [head, tail] = ['6925340', '310318\r']
  const cable = bench
  await cable.breakOff(`${head}x`)
  // Both halves are sent before the program looks again.
  const sent = cable.scan(tail.slice(0, -1))
  const from = clock()
  while (clock() - from < 200);
  await sent
  await vi.waitFor(() => expect(heard).toEqual([`${head}310318`]), { timeout: 5_000 })
})
