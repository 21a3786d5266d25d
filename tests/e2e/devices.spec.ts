import { openPtyPair } from '#tests/support/pty-pair.ts'
import { openIndicator } from '#tests/support/scale-indicator.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { devicesPanel } from './support/devices-panel.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

const orders = [wireOrder('BH-1', [[speaker, 24]])]

test('a scale is found by listening, saved, read; a pulled plug is told at once and recovers by itself', async ({
  atWork,
  folder,
}) => {
  const cable = await openPtyPair(folder, 'scale')
  const indicator = openIndicator('toledo', cable)
  indicator.place(2_350)
  // A cable that is out takes nothing.
  const timer = setInterval(() => void indicator.tick().catch(() => undefined), 50)
  try {
    const { station, words } = await atWork({ orders, scale: null })
    const { page } = station
    const { dialog, open } = devicesPanel(page, words)
    await open()
    await dialog.getByRole('button', { name: words('devices.addScale') }).click()
    await dialog.getByLabel(words('devices.address')).fill(`serial:${cable.path}`)
    await dialog.getByRole('button', { name: words('devices.detect') }).click()
    const protocol = words('devices.protocol.toledo')
    await expect(dialog).toContainText(words('devices.detected', { protocol }))
    await dialog.getByRole('button', { name: words('devices.save') }).click()

    // The station starts anew with its scale, and comes back to it.
    await expect(dialog).toContainText('2.35 kg')
    await expect(dialog).toContainText(words('devices.stable'))
    await expect(dialog.getByRole('img', { name: words('devices.chart') })).toBeVisible()
    await expect(dialog.getByRole('list', { name: words('devices.bytes') })).toContainText('02')
    const lamp = (state: 'ok' | 'problem') =>
      page.getByRole('button', {
        name: `${words('device.scale')} · ${words(`deviceState.${state}`)}`,
        includeHidden: true,
      })
    await expect(lamp('ok')).toHaveCount(1)

    await cable.unplug()
    await expect(dialog).toContainText(words('error.device-missing'))
    await expect(lamp('problem')).toHaveCount(1)
    await cable.plug()
    await expect(dialog).toContainText('2.35 kg')
    await expect(lamp('ok')).toHaveCount(1)
    expect(await station.complaints()).toEqual([])
  } finally {
    clearInterval(timer)
    await cable.unplug()
  }
})

test('the search for a protocol shows how far it is, and can be given up', async ({
  atWork,
  folder,
}) => {
  const cable = await openPtyPair(folder, 'silent')
  try {
    const { station, words } = await atWork({ orders, scale: null })
    const { dialog, open } = devicesPanel(station.page, words)
    await open()
    await dialog.getByRole('button', { name: words('devices.addScale') }).click()
    await dialog.getByLabel(words('devices.address')).fill(`serial:${cable.path}`)
    await dialog.getByRole('button', { name: words('devices.detect') }).click()
    await expect(dialog.getByRole('progressbar', { name: words('devices.detect') })).toBeVisible()
    await dialog.getByRole('button', { name: words('devices.cancel') }).click()
    await expect(dialog).toContainText(words('devices.undetected'))
    await dialog.getByLabel(words('devices.address')).fill(`serial:${cable.path}-none`)
    await dialog.getByRole('button', { name: words('devices.detect') }).click()
    await expect(dialog).toContainText(words('error.device-missing'))
  } finally {
    await cable.unplug()
  }
})

test('a scanner that is tested shows its bytes and scans, which do not reach the bench, and has diagnostics', async ({
  atWork,
  folder,
}) => {
  const cable = await openPtyPair(folder, 'scanner')
  try {
    const { pack, station, words } = await atWork({
      orders,
      scanners: [
        { id: 'left', name: '左边的枪', address: `serial:${cable.path}` },
        { id: 'wedge', address: 'wedge' },
      ],
    })
    const { page } = station
    const { dialog, open, close } = devicesPanel(page, words)
    await open()
    await dialog.getByRole('button', { name: /左边的枪/ }).click()
    await expect(dialog).toContainText(words('devices.testHint'))
    await cable.send(`]E0${unitCode(speaker)}\r\n`)
    const scans = dialog.getByRole('list', { name: words('devices.tests') })
    await expect(scans).toContainText(unitCode(speaker))
    await expect(scans).toContainText('EAN / UPC ]E0')
    await expect(scans).toContainText(words('devices.kind.goods'))
    await expect(dialog.getByRole('list', { name: words('devices.bytes') })).toContainText('0D 0A')
    await cable.send('BH-1\r\n')
    await expect(scans).toContainText('BH-1')

    await dialog.getByRole('button', { name: words('devices.copy') }).click()
    await expect(dialog).toContainText(words('devices.copied'))
    const copied = await station.electron.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toContain(`scanner left: serial:${cable.path}`)
    expect(copied).toContain('scans 2, broken 0')
    expect(copied).toContain('0D 0A')

    // Whoever closes it packs on with the same scanner.
    await close()
    await expect(pack.progress).toBeHidden()
    await cable.send('BH-1\r\n')
    await expect(pack.progress).toHaveText('0/24')
    await cable.send(`]E0${unitCode(speaker)}\r\n`)
    await pack.expectUnits(1)
    expect(await station.complaints()).toEqual([])
  } finally {
    await cable.unplug()
  }
})

test('the first steps turn green by themselves', async ({ atWork }) => {
  const { pack, station, words } = await atWork({ orders })
  const { dialog, open } = devicesPanel(station.page, words)
  await open()
  await expect(dialog).toContainText(words('devices.step.scanner'))
  await expect(dialog).toContainText(words('devices.step.scale'))
  await pack.scan('BH-1')
  await expect(dialog).not.toContainText(words('devices.step.scanner'))
  await pack.place(1_200)
  await expect(dialog).not.toContainText(words('devices.step.scale'))
  await expect(dialog.getByText(words('devices.step.done'), { exact: true })).toHaveCount(2)
})
