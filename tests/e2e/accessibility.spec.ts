import { openPtyPair } from '#tests/support/pty-pair.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { screensOf } from './support/bench-at-work.ts'
import { expectAccessible } from './support/accessibility.ts'
import { fakeCamera } from './support/camera.ts'
import { devicesPanel } from './support/devices-panel.ts'
import { finishCarton } from './support/finish-carton.ts'
import { test } from './support/fixtures.ts'
import { cable, speaker, unitCode, whiteSpeaker } from './support/goods.ts'
import { lookupPage } from './support/lookup-page.ts'
import { orderReport } from './support/order-report.ts'
import { printQueuePanel } from './support/print-queue-panel.ts'
import { recountPage } from './support/recount-page.ts'
import { shiftPage } from './support/shift-page.ts'
import { liveSettings } from './support/station-settings.ts'
import { trainingTray } from './support/training-tray.ts'

test('the screens of the bench keep nobody out', async ({ atWork }) => {
  const { cartons, pack, station, sync, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 24],
        [cable, 12],
      ]),
      wireOrder('BH-2', [[whiteSpeaker, 5]]),
    ],
  })
  const { page } = station
  await expectAccessible(page, 'orders')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await expectAccessible(page, 'not in order')
  await pack.press('F9')
  const code = await finishCarton(pack)
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await expectAccessible(page, 'complete, cartons')
  const report = orderReport(page, words, 'BH-1')
  await report.open()
  await report.lines.first().waitFor()
  await expectAccessible(page, 'report')
  await pack.press('Escape')
  await sync.click()
  await page.getByText(words('syncHealth.refusalsNone')).waitFor()
  await expectAccessible(page, 'sync health')
  await pack.press('Escape')
  const queue = printQueuePanel(page, words)
  await queue.open()
  await queue.expectCount('out', 2)
  await expectAccessible(page, 'print queue')
  await queue.press(words('printing.hold'))
  await expectAccessible(page, 'hold a printer')
  await pack.press('Escape')
  await queue.close()
  await page.getByRole('button', { name: words('settings.title') }).click()
  await page.getByRole('dialog', { name: words('settings.title') }).waitFor()
  await expectAccessible(page, 'settings')
  await pack.press('Escape')
})

test('parking, handing over and counting again keep nobody out', async ({ atWork }) => {
  const { pack, station, words } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 24]])] })
  const { page } = station
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor('LS!PARK', 'carton-parked')
  await expectAccessible(page, 'parked')
  await page.getByTestId('parked-cartons').click()
  await page.getByText(words('parked.hint')).waitFor()
  await expectAccessible(page, 'parked cartons')
  await pack.press('Escape')
  const shift = shiftPage(page, words)
  await pack.scan('LS!SHIFT')
  await shift.expectLeft(1)
  await expectAccessible(page, 'shift handover')
  await pack.scan('LS!BACK')
  await shift.expectOver()
  await pack.scan('LS!RECOUNT', code)
  const recount = recountPage(page, words)
  await recount.expectCounting(1)
  await pack.scanFor(unitCode(speaker), 'counted')
  await pack.scanFor(unitCode(speaker), 'counted')
  await expectAccessible(page, 'recount')
  await recount.finish()
  await expectAccessible(page, 'what a recount found')
})

test('photographing keeps nobody out', async ({ atWork }) => {
  const { pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 3]])],
    args: [fakeCamera],
  })
  const { page } = station
  await pack.scan('BH-1')
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await expectAccessible(page, 'an exception that may be photographed')
  await pack.scanFor('LS!PHOTO', 'photo-open')
  await pack.scanFor('LS!PHOTO', 'photo-kept')
  await expectAccessible(page, 'the picture of the camera')
  await pack.press('Escape')
  const report = orderReport(page, words, 'BH-1')
  await report.open()
  await report.dialog.locator('img').waitFor()
  await expectAccessible(page, 'a report with photos')
})

test('looking things up keeps nobody out', async ({ atWork }) => {
  const { pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]]), wireOrder('BH-2', [[whiteSpeaker, 5]])],
  })
  const { page } = station
  const lookup = lookupPage(page, words)
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await pack.scan('LS!FIND')
  await lookup.field.waitFor()
  await expectAccessible(page, 'find')
  await pack.scanFor('LS!DONE', 'refused')
  await expectAccessible(page, 'a command that is not carried out')
  await pack.scan(unitCode(speaker))
  await page.getByRole('button', { name: code }).waitFor()
  await expectAccessible(page, 'goods that were found')
  await lookup.field.fill('BH-')
  await page.getByText('BH-2').waitFor()
  await expectAccessible(page, 'orders that were found')
  await pack.scanFor(code, 'carton-known')
  await lookup.expectPage(1)
  await expectAccessible(page, 'the page of a carton')
})

test('training keeps nobody out', async ({ launch }) => {
  const station = await launch()
  const { orders, pack, words } = await screensOf(station, 'zh-CN')
  const hands = trainingTray(station.page, words)
  await orders.expectOrder('BH20261125-0003')
  await hands.scanOrder('BH20261125-0003')
  await hands.scanCase(12)
  await pack.expectUnits(12)
  await expectAccessible(station.page, 'training')
  await hands.command(words('pallet.next'))
  await pack.expectVerdict('pallet-begun')
  await expectAccessible(station.page, 'a pallet that was begun')
})

test('enrolling keeps nobody out', async ({ launch, serve, printer }) => {
  const server = await serve([])
  const station = await launch({
    settings: liveSettings({ server: { url: server.url }, printer: printer.address }),
  })
  const { sync, words } = await screensOf(station, 'zh-CN')
  await sync.click()
  await station.page.getByText(words('syncHealth.consent')).waitFor()
  await expectAccessible(station.page, 'enrolling')
})

test('signing in keeps nobody out', async ({ atWork }) => {
  const { station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
    operators: [
      { id: 'p1', name: '王敏', badge: 'EMP-0001' },
      { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
    ],
  })
  const { page } = station
  await page.getByRole('heading', { name: words('signIn.title') }).waitFor()
  await expectAccessible(page, 'sign in')
  await page.getByRole('button', { name: '王敏' }).click()
  await page.getByRole('button', { name: words('signIn.leave', { operator: '王敏' }) }).waitFor()
  await expectAccessible(page, 'signed in')
})

test('setting up devices keeps nobody out', async ({ atWork, folder }) => {
  const wire = await openPtyPair(folder, 'scanner')
  try {
    const { station, words } = await atWork({
      orders: [wireOrder('BH-1', [[speaker, 24]])],
      scanners: [{ id: 'left', name: 'Left', address: `serial:${wire.path}` }],
    })
    const { page } = station
    const { dialog, open } = devicesPanel(page, words)
    await open()
    await expectAccessible(page, 'first devices')
    await dialog.getByRole('button', { name: /Left/ }).click()
    await wire.send('BH-1\r\n')
    await dialog.getByText('BH-1', { exact: true }).waitFor()
    await expectAccessible(page, 'a scanner that is tested')
    // The virtual scale's place in the list; its words are English or Chinese by now.
    await dialog
      .getByRole('listitem')
      .filter({ hasText: /虚拟秤|Virtual scale/ })
      .getByRole('button')
      .click()
    await dialog.getByRole('img').waitFor()
    await expectAccessible(page, 'a scale that is watched')
  } finally {
    await wire.unplug()
  }
})
