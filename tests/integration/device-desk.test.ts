import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openPtyPair, type PtyPair } from '#tests/support/pty-pair.ts'
import { openIndicator } from '#tests/support/scale-indicator.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const soon = { timeout: 15_000, interval: 10 }
const penCode = '4006381333931'
const pen = wireSku('LX-PEN', penCode)

const plug = async (name: string): Promise<PtyPair> => {
  const cable = await openPtyPair(tempFolder(), name)
  onTestFinished(() => cable.unplug())
  return cable
}

const setUp = async (scanners: readonly object[], operators: readonly object[] = []) => {
  const home = tempFolder()
  const server = await startServer([wireOrder('BH-1', [[pen, 12]])])
  const station = startStation({ home, server, scanners, operators, scale: null })
  await vi.waitFor(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
  }, soon)
  const settings = () =>
    JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')) as Record<string, unknown>
  return { station, settings }
}

test('the scans of a scanner that is tested are shown with their bytes, and do not reach the bench', async () => {
  const cable = await plug('scanner')
  const { station } = await setUp(
    [{ id: 's1', name: 'Left', address: `serial:${cable.path}` }],
    [{ id: 'a', name: 'Anna', badge: 'EMP-0042' }],
  )
  await vi.waitFor(async () => {
    const { scanners } = await station.ask('devices.list', undefined)
    expect(scanners[0]).toMatchObject({ state: 'open', config: { id: 's1', name: 'Left' } })
  }, soon)
  await station.ask('devices.watch', { kind: 'scanner', id: 's1' })
  await cable.send(`]E0${penCode}\r\nBH-1\r\nEMP-0042\r\n`)
  await vi.waitFor(() => {
    const feed = station.latest('deviceFeed')
    expect(feed?.counters).toEqual({ scans: 3, broken: 0 })
    expect(feed?.scans.map(({ text, kind }) => [text, kind])).toEqual([
      ['', 'badge'],
      ['BH-1', 'goods'],
      [`]E0${penCode}`, 'goods'],
    ])
    expect(feed?.chunks.map(({ text }) => text).join('')).toContain('••••••••[CR][LF]')
  }, soon)
  const diagnostics = await station.ask('devices.copyDiagnostics', undefined)
  expect(diagnostics).toContain('scanner s1: serial:')
  expect(diagnostics).toContain('scans 3, broken 0')
  expect(diagnostics).not.toContain('EMP-0042')
  expect(diagnostics).not.toContain('45 4D 50 2D 30 30 34 32')
  expect((await station.ask('bench.snapshot', undefined)).state.orderNo).toBeNull()
  expect(station.latest('signIn')?.operator ?? null).toBeNull()

  // A page that has loaded anew looks at nothing.
  station.greet()
  await cable.send('EMP-0042\r\n')
  await vi.waitFor(() => expect(station.latest('signIn')?.isAwaited).toBe(false), soon)
})

test('a scale is found by listening, saved, read at once, and found again while it is in use', async () => {
  const cable = await plug('scale')
  const indicator = openIndicator('toledo', cable)
  indicator.place(2_350)
  const timer = setInterval(() => void indicator.tick().catch(() => undefined), 50)
  onTestFinished(() => clearInterval(timer))
  const { station, settings } = await setUp([{ id: 'wedge', address: 'wedge' }])
  const found = await station.ask('devices.detectScale', `serial:${cable.path}`)
  expect(found).toEqual({ protocol: 'toledo', address: `serial:${cable.path}?baud=9600` })
  await station.ask('devices.saveScale', found)
  const reads = async (): Promise<void> => {
    await vi.waitFor(async () => {
      const { scale } = await station.ask('devices.list', undefined)
      expect(scale).toMatchObject({ state: 'live', config: found })
    }, soon)
  }
  await reads()
  expect(settings()['scale']).toEqual(found)
  await station.ask('devices.watch', { kind: 'scale' })
  await vi.waitFor(() => {
    expect(station.latest('deviceFeed')?.readings.at(-1)).toMatchObject({
      grams: 2_350,
      stable: true,
    })
  }, soon)
  expect(await station.ask('devices.detectScale', `serial:${cable.path}`)).toEqual(found)
  await reads()
  await station.ask('devices.saveScale', null)
  await vi.waitFor(async () => {
    expect((await station.ask('devices.list', undefined)).scale).toBeNull()
  }, soon)
})

test('what cannot be set says why and leaves the file alone; a port that is not there is told at once', async () => {
  const { station, settings } = await setUp([{ id: 'wedge', address: 'wedge' }])
  const before = settings()
  await expect(
    station.ask('devices.saveScanner', { id: 's2', name: 'S2', address: 'COM3' }),
  ).rejects.toMatchObject({
    code: 'device-setup-invalid',
    details: {
      path: 'scanners[1].address',
      reason: 'must be one of serial:PORT?baud=9600, hid:VID:PID, wedge and virtual',
    },
  })
  await expect(
    station.ask('devices.saveScale', { address: 'serial:COM3', protocol: 'hid' }),
  ).rejects.toMatchObject({ code: 'device-setup-invalid', details: { path: 'scale.protocol' } })
  await expect(station.ask('devices.removeScanner', 'nobody')).rejects.toMatchObject({
    code: 'device-unknown',
  })
  await expect(station.ask('devices.detectScale', 'wedge')).rejects.toMatchObject({
    code: 'device-setup-invalid',
  })
  await expect(
    station.ask('devices.detectScale', `serial:${tempFolder()}/none`),
  ).rejects.toMatchObject({ code: 'device-missing' })
  expect(settings()).toEqual(before)
})

test('a scanner is added, changed and removed', async () => {
  const { station, settings } = await setUp([{ id: 'wedge', address: 'wedge' }])
  const untilIds = (ids: readonly string[]): Promise<void> =>
    vi.waitFor(async () => {
      const { scanners } = await station.ask('devices.list', undefined)
      expect(scanners.map(({ config }) => config.id)).toEqual(ids)
    }, soon)
  const right = { id: 'scanner-2', name: 'Right', address: 'serial:/dev/none?baud=9600' }
  await station.ask('devices.saveScanner', right)
  await untilIds(['wedge', 'scanner-2'])
  await station.ask('devices.saveScanner', { ...right, framing: 'stx-etx' })
  await vi.waitFor(() => {
    expect(settings()['scanners']).toEqual([
      { id: 'wedge', address: 'wedge' },
      { ...right, framing: 'stx-etx' },
    ])
  }, soon)
  await untilIds(['wedge', 'scanner-2'])
  await station.ask('devices.removeScanner', 'wedge')
  await untilIds(['scanner-2'])
})
