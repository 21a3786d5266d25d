import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ScaleProtocolId, scaleProtocols } from '#shared/domain/scale-protocol.ts'
import { readDeviceAddress, type SerialAddress } from '#shared/domain/device-address.ts'
import { detectScale, openLink } from '#electron/devices/index.ts'
import { openPtyPair, type PtyPair } from '#tests/support/pty-pair.ts'
import { toledoWithCheck, type WriteFrame, writeFrame } from '#tests/support/scale-frames.ts'
import { openIndicator } from '#tests/support/scale-indicator.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let cable: PtyPair
let stop = (): void => undefined

beforeEach(async () => {
  cable = await openPtyPair(tempFolder(), 'scale')
})
afterEach(async () => {
  stop()
  await cable.unplug()
})

const portOf = (path: string): SerialAddress => {
  const read = readDeviceAddress(`serial:${path}`)
  if (!read.ok || read.value.kind !== 'serial') throw new Error(path)
  return read.value
}

/** Time of its own, five times faster than ours: what is waited for comes at once, and silence is not long. */
const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms / 5)
  return () => clearTimeout(timer)
}

const detect = (signal = AbortSignal.timeout(60_000), onOpen?: (address: SerialAddress) => void) =>
  detectScale(portOf(cable.path), {
    open: (address) => {
      onOpen?.(address)
      return openLink(address, 'scale', {
        listPorts: () => Promise.resolve([]),
        after,
        clock: () => performance.now(),
      })
    },
    after,
    signal,
  })

/** Twenty frames a second, for whoever listens. */
const sending = (send: () => void): void => {
  const timer = setInterval(send, 10)
  stop = () => clearInterval(timer)
}

describe('what a scale speaks is found', () => {
  const weighing = (id: ScaleProtocolId, write: WriteFrame): void => {
    const indicator = openIndicator(id, cable, write)
    indicator.place(12_350)
    // A port that the detection has closed takes nothing for a moment.
    if (!indicator.isAsked) sending(() => void indicator.tick().catch(() => undefined))
  }

  test.each(scaleProtocols.filter((id) => id !== 'hid'))('%s', async (id) => {
    weighing(id, writeFrame[id])
    expect(await detect()).toMatchObject({ protocol: id, address: { baudRate: 9600 } })
  })

  test('toledo with a checksum', async () => {
    weighing('toledo', toledoWithCheck)
    expect(await detect()).toMatchObject({ protocol: 'toledo' })
  })
})

test('at another speed only garbage comes, so the speeds are gone through', async () => {
  let baudRate = 0
  const frame = writeFrame.cas({ grams: 5_000, stable: true, net: false })
  const garbage = Buffer.from(frame.map((byte) => (byte * 7) & 0xf8))
  sending(() => void cable.send(baudRate === 2400 ? frame : garbage).catch(() => undefined))
  const found = await detect(undefined, (address) => {
    baudRate = address.baudRate
  })
  expect(found).toMatchObject({ protocol: 'cas', address: { baudRate: 2400, parity: 'none' } })
})

test('nothing is made of what no scale says', async () => {
  sending(() => void cable.send('hello, I am a modem\r\nOK\r\n').catch(() => undefined))
  expect(await detect()).toBeNull()
})

test('a search that is no longer wanted ends, and leaves the port free', async () => {
  const ended = new AbortController()
  const found = detect(ended.signal)
  ended.abort()
  expect(await found).toBeNull()
  openIndicator('ohaus', cable).place(1_000)
  expect(await detect()).toMatchObject({ protocol: 'ohaus' })
})
