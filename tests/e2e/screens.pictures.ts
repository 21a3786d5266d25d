import { palletScan } from '#tests/support/pallet-labels.ts'
import { openPtyPair } from '#tests/support/pty-pair.ts'
import { openIndicator } from '#tests/support/scale-indicator.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { screensOf } from './support/bench-at-work.ts'
import { fakeCamera } from './support/camera.ts'
import { devicesPanel } from './support/devices-panel.ts'
import { finishCarton, marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import {
  battery,
  batteryRoll,
  cable,
  speaker,
  speakerCase,
  unitCode,
  whiteSpeaker,
} from './support/goods.ts'
import { orderReport } from './support/order-report.ts'
import { createPictureBook } from './support/picture-book.ts'
import { printQueuePanel } from './support/print-queue-panel.ts'
import { recountPage } from './support/recount-page.ts'
import { shiftPage } from './support/shift-page.ts'
import { speak } from './support/speak.ts'
import { liveSettings } from './support/station-settings.ts'
import { trainingOrders } from './support/training-orders.ts'
import { trainingTray } from './support/training-tray.ts'

// Pictures for people to look at; they prove nothing by themselves. Taken by
// `npm run test:e2e -- --config tests/e2e/pictures.config.ts` into out/screenshots.

const mug = 'X00Z72UJT7'
const mugWithoutLabel = '6971342788649'
const mugCase = '16971342788646'
const towel = '6971342777582'
const blender = '6973892996727'

test('the picture of the README', async ({ atWork }) => {
  const { pack, station } = await atWork({ orders: trainingOrders() })
  await pack.scan('BH20261124-0018')
  await pack.progress.waitFor()
  await pack.scan('LS!X4', 'X00RP0AZDX')
  await pack.expectUnits(4)
  await pack.scan('LS!X12', 'X004WHQRTE')
  await pack.expectUnits(16)
  for (const units of [17, 18, 19, 20, 21, 22, 23, 24]) {
    await pack.scan('X005TU6H8K')
    await pack.expectUnits(units)
  }
  await pack.place(4_330)
  await createPictureBook(station)('00-readme')
})

test('pictures of a weight that deviates', async ({ atWork }) => {
  const parts = wireSku('LX-SCREW-M3', '6925000000081', {
    name_zh: '螺丝 M3',
    name_en: 'Screw M3',
    unit_weight_g: 3,
  })
  const { pack, station, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 60],
        [parts, 2_000],
      ]),
    ],
  })
  const { page } = station
  const shoot = createPictureBook(station)
  const accept = words('keys.accept')
  const picture = async (grams: number, name: string): Promise<void> => {
    await pack.press('F8')
    await pack.expectStep('weighing')
    await pack.place(grams)
    await page.getByText(accept).waitFor()
    await shoot(name)
  }
  await pack.scan('BH-1')
  await pack.scan('LS!X10', unitCode(speaker))
  await pack.expectUnits(10)
  await picture(4_750, '17-deviates-unclear')
  await pack.press('F4')
  await pack.scanFor('LS!UNDO', 'undone')
  for (const units of [2, 4, 3, 5, 2, 4]) {
    await pack.scan(`LS!X${units}`, unitCode(speaker))
    await pack.expectUnits(units)
    await finishCarton(pack)
  }
  await pack.scan('LS!X10', unitCode(speaker))
  await pack.expectUnits(10)
  await picture(4_750, '17-deviates-named')
  await pack.place(null)
  await pack.expectStep('scan-back')
  const code = await pack.code()
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
  await pack.scan('LS!X99', '6925000000081')
  await pack.expectUnits(99)
  await picture(1_510, '17-deviates-hidden')
})

test('pictures of the bench at work', async ({ atWork }) => {
  const { pack, cartons, orders, sync, server, station, printer, words } = await atWork({
    orders: trainingOrders(),
  })
  const { page } = station
  const shoot = createPictureBook(station)
  const dialogShot = async (key: string, name: string): Promise<void> => {
    await pack.press(key)
    await page.getByRole('dialog').waitFor()
    await shoot(name)
    await pack.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await shoot('01-orders')
  await pack.scanFor(towel, 'no-order')
  await shoot('02-orders-no-order-open')
  await pack.scan('BH20261123-0047')
  await pack.progress.waitFor()
  await shoot('03-pack-begin')
  await dialogShot('F2', '04-box-type')
  await pack.scanFor(mug, 'accepted')
  await pack.scan('LS!X5', towel)
  await pack.expectUnits(6)
  await shoot('05-accepted')
  await dialogShot('F3', '06-times')
  await pack.scanFor(blender, 'not-in-order')
  await shoot('07-not-in-order')
  await pack.press('F9')
  await shoot('08-acknowledged')
  await pack.scanFor('4006381333931', 'unknown-code')
  await shoot('09-unknown-code')
  await pack.press('F9')
  await pack.scanFor(mugWithoutLabel, 'needs-unit-label')
  await shoot('09-needs-unit-label')
  await pack.press('F6')
  await shoot('09-unit-labels')
  await pack.press('Escape')
  await pack.press('F9')
  await pack.scanFor(mugCase, 'line-complete')
  await shoot('10-case-too-large')
  await pack.press('F8')
  await pack.expectStep('weighing')
  await shoot('11-weighing-empty')
  await dialogShot('F3', '12-type-weight')
  await pack.place(31_200)
  await page.getByRole('list', { name: words('weigh.takeOut') }).waitFor()
  await shoot('13-too-heavy')
  await pack.place(4_000)
  await page.getByText(words('weigh.lighter', { kg: '0.18' })).waitFor()
  await shoot('14-deviates')
  await dialogShot('F8', '15-accept-weight')
  printer.behave({ kind: 'reset-after', bytes: 2_000 })
  await pack.place(null)
  await page.getByText(words('marks.uncertain.title')).waitFor()
  await shoot('16-uncertain')
  await cartons.show()
  await shoot('16-cartons-in-trouble')
  await page.getByRole('tab', { name: words('lines.title') }).click()
  printer.behave({ kind: 'accept' })
  await pack.press('F6')
  await pack.expectStep('scan-back')
  await shoot('17-scan-back')
  const code = await pack.code()
  await pack.scanFor(code, 'mark-confirmed')
  await shoot('18-mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
  await shoot('19-carton-complete')
  await pack.scan('LS!X5', towel)
  await pack.expectUnits(5)
  await finishCarton(pack)
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await shoot('20-cartons')
  await cartons
    .row(code)
    .getByRole('button', { name: words('cartons.reopen') })
    .click()
  await shoot('21-reopen-question')
  await pack.press('Escape')
  await printer.close()
  await pack.scanFor(mug, 'accepted')
  await pack.press('F8')
  await pack.place(null)
  await page.getByText(words('marks.failed.title')).waitFor()
  await shoot('22-printer-failed')
  await server.stop()
  await sync.click()
  await page.getByRole('button', { name: words('sync.retry') }).click()
  await page.getByText(words('error.server-unreachable')).waitFor()
  await shoot('23-offline')
  await pack.press('Escape')
  await page.getByRole('button', { name: words('settings.title') }).click()
  await shoot('24-settings')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await pack.press('Escape')
  await shoot('25-dark')
  await orders.heading.waitFor({ state: 'hidden' })
})

test('pictures of training', async ({ launch }) => {
  const station = await launch()
  const { pack, orders, words } = await screensOf(station, 'zh-CN')
  const hands = trainingTray(station.page, words)
  const shoot = createPictureBook(station)
  await orders.expectOrder('BH20261125-0003')
  await shoot('30-training-orders')
  await hands.scanOrder('BH20261125-0003')
  await hands.scanCase(12)
  await pack.expectUnits(12)
  await shoot('31-training-accepted')
  await hands.command(words('pallet.next'))
  await hands.command(words('keys.done'))
  await pack.expectStep('weighing')
  await shoot('32-training-weighing')
  await hands.placeCarton()
  await pack.expectStep('scan-back')
  await hands.look(1, 2)
  await shoot('33-training-scan-back')
  await hands.scanLabel('qr')
  await pack.expectVerdict('mark-confirmed')
  await hands.scanLabel('qr')
  await pack.expectVerdict('carton-verified')
  await shoot('33-training-complete')
  for (const [sku, times, units] of [
    ['QH-BENT-WH', 2, 10],
    ['QH-CHOP', 2, 10],
  ] as const) {
    for (let press = 0; press < times; press += 1) {
      await hands.command(`×${units}`)
      await hands.scanGoods(sku)
    }
  }
  await hands.scanGoods('QH-BENT-WH')
  await shoot('34-training-line')
})

test('pictures of an order that is closed', async ({ atWork }) => {
  const { orders, pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]]), ...trainingOrders()],
  })
  const shoot = createPictureBook(station)
  const report = orderReport(station.page, words, 'BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await finishCarton(pack)
  await report.open()
  await shoot('40-report-short')
  await report.dialog.getByRole('radio', { name: words('report.soldOut') }).click()
  await report.press('close')
  await shoot('41-report-closed')
  await pack.press('Escape')
  await shoot('42-bench-closed')
  await pack.scanFor(unitCode(speaker), 'refused')
  await shoot('43-goods-on-closed-order')
  await station.page.getByRole('button', { name: words('header.leave') }).click()
  await orders.expectOrder('BH-1')
  await pack.scanFor('BH-1', 'refused')
  await shoot('44-closed-order-scanned')
})

test('pictures of enrolling without a key store', async ({ launch, serve, printer }) => {
  const server = await serve(trainingOrders())
  const station = await launch({
    settings: liveSettings({ server: { url: server.url }, printer: printer.address }),
  })
  const { sync, words } = await screensOf(station, 'zh-CN')
  await sync.click()
  await station.page.getByText(words('syncHealth.consent')).waitFor()
  await createPictureBook(station)('45-enrol-without-key-store')
})

test('pictures of sync health', async ({ atWork, launch }) => {
  const { pack, server, station, sync, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]]), ...trainingOrders()],
  })
  await sync.click()
  await station.page.getByText(words('syncHealth.refusalsNone')).waitFor()
  await createPictureBook(station)('46-sync-online')
  await pack.press('Escape')
  await server.stop()
  const report = orderReport(station.page, words, 'BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await finishCarton(pack)
  await report.open()
  await report.dialog.getByRole('radio', { name: words('report.soldOut') }).click()
  await report.press('close')
  await report.press('declare')
  await report.dialog.getByText(words('report.declaredText')).waitFor()
  // The key that was pressed is gone: Escape is heard again once another one has the focus.
  await report.dialog.locator(':focus').waitFor()
  await pack.press('Escape')
  await sync.click()
  await station.page.getByText(words('error.server-unreachable')).waitFor()
  await createPictureBook(station)('47-sync-unreachable')
  await station.close()

  await server.start()
  await fetch(`${server.url}/v1/sandbox/orders/BH-1/cancel`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const again = await launch()
  const screens = await screensOf(again, 'zh-CN')
  await screens.sync.click()
  await again.page.getByText(words('syncHealth.flaggedTitle')).waitFor()
  await again.page.getByText(words('syncHealth.refusalsHint')).waitFor()
  await createPictureBook(again)('48-sync-refusals')
})

test('pictures of a recount', async ({ atWork }) => {
  const { pack, station, words } = await atWork({ orders: trainingOrders() })
  const shoot = createPictureBook(station)
  const recount = recountPage(station.page, words)
  await pack.scan('BH20261123-0047', 'LS!X5')
  await pack.scanFor(towel, 'accepted')
  await pack.scanFor(mug, 'accepted')
  const code = await finishCarton(pack)
  await pack.scan('LS!RECOUNT')
  await station.page.getByText(words('recount.awaitTitle')).waitFor()
  await shoot('50-recount-which')
  await pack.scan(code)
  await recount.heading.getByText(/\d/).waitFor()
  await shoot('51-recount-begin')
  await pack.scanFor(towel, 'counted')
  await pack.scanFor(mug, 'counted')
  await shoot('52-recount-counted')
  await pack.scanFor('4006381333931', 'unknown-code')
  await shoot('53-recount-unknown')
  await recount.finish()
  await shoot('54-recount-differs')
  await pack.press('F8')
  await shoot('55-recount-reopen')
})

test('pictures of the dark bench', async ({ atWork }) => {
  const { orders, pack, station } = await atWork({ orders: trainingOrders() })
  const shoot = createPictureBook(station)
  await station.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await orders.expectOrder('BH20261123-0047')
  await shoot('60-dark-orders')
  await pack.scan('BH20261123-0047')
  await pack.progress.waitFor()
  await shoot('61-dark-begin')
  await pack.scanFor(towel, 'accepted')
  await shoot('62-dark-accepted')
  await pack.scanFor(blender, 'not-in-order')
  await shoot('63-dark-not-in-order')
  await pack.press('F9')
  await pack.press('F8')
  await pack.expectStep('weighing')
  await shoot('64-dark-weighing')
})

test('pictures of marks from a roll', async ({ atWork }) => {
  const { pack, station } = await atWork({
    orders: [wireOrder('BH20261126-0009', [[battery, 24]])],
    markRolls: [batteryRoll],
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261126-0009')
  await pack.scanFor(unitCode(battery), 'accepted')
  const code = await sealCarton(pack)
  await shoot('80-scan-back-with-roll')
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'mark-confirmed')
  await shoot('81-roll-is-left')
})

test('pictures of signing in', async ({ atWork }) => {
  const { orders, pack, station } = await atWork({
    orders: [wireOrder('BH20261126-0009', [[speaker, 24]])],
    operators: [
      { id: 'p1', name: '王敏', badge: 'EMP-0001' },
      { id: 'p2', name: '李强', badge: 'EMP-0002' },
      { id: 'p3', name: '欧阳建国', badge: 'EMP-0003' },
      { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
    ],
  })
  const shoot = createPictureBook(station)
  await shoot('70-sign-in')
  await pack.scan('6971342777582')
  await shoot('71-sign-in-first')
  await pack.scan('EMP-0003')
  await orders.expectOrder('BH20261126-0009')
  await shoot('72-signed-in')
  await pack.scan('BH20261126-0009')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor('LS!VOID', 'supervisor-asked')
  await shoot('73-supervisor-asked')
})

test('pictures of parked cartons and the queue before the scale', async ({ atWork, printer }) => {
  const { pack, station } = await atWork({
    orders: [
      wireOrder('BH20261126-0009', [[speaker, 3]]),
      wireOrder('BH20261126-0010', [[cable, 24]]),
    ],
    operators: [{ id: 'p3', name: '欧阳建国', badge: 'EMP-0003' }],
    scale: { address: 'virtual', protocol: 'virtual', shared: true },
  })
  const shoot = createPictureBook(station)
  await pack.scan('EMP-0003', 'BH20261126-0010')
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.scanFor('LS!PARK', 'carton-parked')
  await printer.ended(1)
  await shoot('90-parked')
  await pack.scan('BH20261126-0009')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const first = await pack.code()
  await pack.scanFor('LS!DONE', 'carton-queued')
  await printer.ended(2)
  await shoot('91-queued')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor('LS!DONE', 'carton-queued')
  await pack.scan('BH20261126-0009')
  await shoot('92-parked-left')
  await station.page.getByTestId('parked-cartons').click()
  await shoot('93-parked-list')
  await pack.scanFor(`LS!${first}`, 'carton-resumed')
  await shoot('94-back-at-the-scale')
  await printer.close()
  await pack.scanFor('LS!PARK', 'carton-parked')
  await expect(station.page.getByTestId('parked-cartons')).toHaveAccessibleName(
    /3.*(没打出来|not printed)/,
  )
  await shoot('95-label-missing')
})

test('pictures of a carton like the last one, and of goods of a parked order', async ({
  atWork,
}) => {
  const { pack, station } = await atWork({
    orders: [
      wireOrder('BH20261126-0009', [
        [speaker, 30],
        [cable, 24],
      ]),
      wireOrder('BH20261126-0010', [[whiteSpeaker, 24]]),
    ],
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261126-0010')
  await pack.scanFor(unitCode(whiteSpeaker), 'accepted')
  await pack.scanFor('LS!PARK', 'carton-parked')
  await pack.scan('BH20261126-0009')
  await pack.scan(unitCode(speaker), unitCode(cable), unitCode(speaker))
  await pack.expectUnits(3)
  await finishCarton(pack)
  await shoot('96-next-carton')
  await pack.press('F5')
  await pack.expectVerdict('repeated')
  await shoot('97-same-again')
  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await shoot('98-goods-of-the-parked-order')
})

test('pictures of goods whose label nobody knows, and of cases that queue', async ({ atWork }) => {
  const unknown = wireSku('LX-PAN-24', '6925000000111', {
    name_zh: '不粘平底锅 24 厘米',
    name_en: 'Non-stick pan 24 cm',
    required_barcode: 'fnsku',
  })
  const { pack, station } = await atWork({
    orders: [
      wireOrder('BH20261126-0009', [
        [speaker, 30],
        [unknown, 24],
      ]),
    ],
    scale: { address: 'virtual', protocol: 'virtual', shared: true },
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261126-0009')
  await pack.scanFor('6925000000111', 'needs-unit-label')
  await shoot('83-label-unknown')
  await pack.scan('LS!ACK')
  await pack.scanFor('LS!CASE', 'mode-whole-case')
  await pack.scanFor(speakerCase, 'carton-queued')
  await shoot('84-case-queued')
})

test('pictures of whole cases', async ({ atWork }) => {
  const { cartons, pack, station } = await atWork({
    orders: [
      wireOrder('BH20261126-0009', [
        [speaker, 30],
        [cable, 24],
      ]),
    ],
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261126-0009')
  await pack.scanFor('LS!CASE', 'mode-whole-case')
  await shoot('85-whole-case')
  await pack.scanFor(unitCode(speaker), 'case-expected')
  await shoot('86-case-expected')
  await pack.scan(speakerCase)
  await pack.expectStep('weighing')
  await shoot('87-case-weighing')
  await pack.press('F5')
  await station.page.getByRole('dialog').waitFor()
  await shoot('87-measure')
  await pack.press('Escape')
  await pack.place(null)
  await pack.expectStep('scan-back')
  const code = await pack.code()
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
  await shoot('88-case-complete')
  await pack.scanFor('LS!PALLET', 'pallet-begun')
  await shoot('88-pallet-begun')
  await pack.scanFor('LS!PALLET', 'pallet-empty')
  await shoot('88-pallet-empty')
  await pack.scanFor(palletScan(1), 'pallet-labelled')
  await shoot('88-pallet-labelled')
  await pack.place(0)
  await pack.scan(speakerCase)
  await pack.expectStep('weighing')
  await shoot('88-pallet-weighing')
  await pack.place(null)
  await pack.expectStep('scan-back')
  const onPallet = await pack.code()
  await pack.scanFor(onPallet, 'mark-confirmed')
  await pack.scanFor(onPallet, 'carton-verified')
  await shoot('88-pallet-complete')
  await cartons.show()
  await shoot('88-pallet-cartons')
  await pack.press('F1')
  await pack.scan(onPallet)
  await station.page.getByText(onPallet).first().waitFor()
  await shoot('88-pallet-carton-page')
  await pack.press('F1')
  await pack.scan('LS!UNIT')
  await pack.scanFor(unitCode(cable), 'accepted')
  await shoot('88-pallet-accepted')
  await pack.press('F4')
  await station.page.getByRole('button', { name: /返回备货单列表|Back to/ }).click()
  await pack.scanFor(code, 'carton-known')
  await shoot('89-carton-known')
})

test('pictures of a packing list', async ({ atWork, printer }) => {
  const { pack, station, words } = await atWork({
    orders: [
      {
        ...wireOrder('BH20261127-0010', [
          [speaker, 30],
          [cable, 24],
          [battery, 5],
        ]),
        packing_mode: 'planned',
        planned_boxes: Array.from({ length: 5 }, (_, index) => ({
          box_no: index + 1,
          box_details: [
            { sku: speaker.sku, quantity: 6 },
            { sku: cable.sku, quantity: 4 },
          ],
        })),
      },
    ],
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261127-0010')
  await pack.progress.waitFor()
  await shoot('90-planned-begin')
  const queue = printQueuePanel(station.page, words)
  await queue.open()
  await queue.printPlanned(1, 3)
  await queue.expectCount('out', 6)
  await queue.close()
  const [, , mark] = await marksFrom(printer, 0, 3)
  await pack.scanFor(unitCode(speaker), 'mark-expected')
  await shoot('91-mark-expected')
  await pack.scanFor(mark?.qr ?? '', 'mark-planned')
  await shoot('92-planned-open')
  await pack.press('F2')
  await station.page.getByRole('dialog').waitFor()
  await shoot('92-planned-box')
  await pack.press('Escape')
  await pack.scanFor(speakerCase, 'accepted')
  await pack.scanFor(unitCode(cable), 'accepted')
  await shoot('93-planned-goods')
  await pack.scanFor('LS!DONE', 'plan-short')
  await shoot('94-plan-short')
  await pack.scanFor(unitCode(battery), 'not-in-plan')
  await shoot('95-not-in-plan')
  await pack.scan('LS!ACK')
  await shoot('96-planned-go-on')
  await pack.scanFor(unitCode(speaker), 'not-in-plan')
  await shoot('97-plan-too-many')
})

test('pictures of goods that are not as ordered', async ({ atWork }) => {
  const { pack, station, words } = await atWork({
    orders: [
      wireOrder('BH20261127-0011', [
        [speaker, 3],
        [cable, 4],
        [battery, 5],
      ]),
    ],
    args: [fakeCamera],
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261127-0011')
  await pack.scanFor(unitCode(cable), 'accepted')
  await shoot('100-keys-with-exception')
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await shoot('101-exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await shoot('102-exception-noted')
  await pack.scanFor('LS!PHOTO', 'photo-open')
  const photo = station.page.getByRole('dialog')
  await expect(photo.getByText(words('photo.hint'))).toBeVisible()
  await shoot('120-photo-open')
  await speak(station.page, 'zh-CN')
  await pack.scanFor('LS!PHOTO', 'photo-kept')
  await shoot('121-photo-kept')
  await pack.press('Escape')
  await shoot('122-after-photo')
  await pack.scan('LS!RETURN')
  await pack.scanFor(unitCode(cable), 'put-back')
  await shoot('103-put-back')
  await pack.scan('LS!SHORT')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await pack.scanFor(unitCode(cable), 'accepted')
  await shoot('104-line-short')
  await pack.press('F10')
  await shoot('105-exception-dialog')
  await station.page.keyboard.press('Escape')
  await pack.scan('LS!SHORT')
  await pack.scan(unitCode(battery))
  await pack.scan('LS!SHORT')
  await pack.scan(unitCode(cable))
  await finishCarton(pack)
  await shoot('106-complete-but-short')
  const report = orderReport(station.page, words, 'BH20261127-0011')
  await report.open()
  await report.dialog.waitFor()
  await shoot('107-report-with-exceptions')
})

test('pictures of a bench without a camera', async ({ atWork }) => {
  const { pack, station } = await atWork({ orders: [wireOrder('BH20261127-0012', [[speaker, 3]])] })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261127-0012')
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await pack.scanFor('LS!PHOTO', 'photo-open')
  await station.page.getByRole('dialog').getByRole('alert').waitFor()
  await shoot('123-no-camera')
})

test('pictures of the devices', async ({ atWork, folder }) => {
  const [scanner, scale] = [
    await openPtyPair(folder, 'ttyACM0'),
    await openPtyPair(folder, 'ttyUSB0'),
  ]
  const indicator = openIndicator('mt-sics', scale)
  indicator.place(2_350)
  const { station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 60]])],
    scanners: [
      { id: 'left', name: '左边的扫码枪', address: `serial:${scanner.path}` },
      { id: 'wedge', address: 'wedge' },
    ],
  })
  const { page } = station
  const take = createPictureBook(station)
  /** Every picture ends in English. */
  const shoot = async (name: string): Promise<void> => {
    await take(name)
    await speak(page, 'zh-CN')
  }
  const { dialog, open } = devicesPanel(page, words)
  await open()
  await shoot('50-devices-first')
  await dialog.getByRole('button', { name: /左边的扫码枪/ }).click()
  await scanner.send(`]E0${unitCode(speaker)}\r\n`)
  await scanner.send(']Q3LS!DONE\r\n')
  await scanner.send('BH-1\r\n')
  await dialog.getByText('BH-1', { exact: true }).waitFor()
  await shoot('51-devices-scanner')
  await scanner.unplug()
  await dialog.getByText(words('error.device-missing')).waitFor()
  await shoot('52-devices-unplugged')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await open()
  await dialog.getByRole('button', { name: words('devices.addScanner') }).click()
  await shoot('53-devices-add')
  await dialog.getByText(words('devices.scale'), { exact: true }).last().click()
  await dialog.getByLabel(words('devices.address')).fill(`serial:${scale.path}`)
  await dialog.getByRole('button', { name: words('devices.detect') }).click()
  const protocol = words('devices.protocol.mt-sics')
  await dialog.getByText(words('devices.detected', { protocol })).waitFor()
  await shoot('54-devices-detected')
  await dialog.getByRole('button', { name: words('devices.save') }).click()
  await dialog.getByText('2.35 kg', { exact: true }).waitFor()
  indicator.place(4_720)
  await dialog.getByText('4.72 kg', { exact: true }).waitFor()
  indicator.place(1_200)
  await dialog.getByText('1.20 kg', { exact: true }).waitFor()
  await shoot('55-devices-scale')
  await scale.unplug()
})

test('pictures of a shift that is handed over', async ({ atWork, printer }) => {
  const { pack, orders, station, words } = await atWork({
    orders: [
      {
        ...wireOrder('BH20261127-0012', [
          [speaker, 30],
          [cable, 24],
        ]),
        packing_mode: 'planned',
        planned_boxes: [{ box_no: 9, box_details: [{ sku: cable.sku, quantity: 4 }] }],
      },
      wireOrder('BH20261127-0013', [[whiteSpeaker, 24]]),
    ],
    operators: [
      { id: 'p1', name: '王敏', badge: 'EMP-0001' },
      { id: 'p2', name: '李强', badge: 'EMP-0002' },
      { id: 'p3', name: '赵海燕', badge: 'EMP-0003' },
    ],
  })
  const shoot = createPictureBook(station)
  const shift = shiftPage(station.page, words)
  await pack.scan('EMP-0001')
  await orders.expectOrder('BH20261127-0013')
  await pack.scan('LS!SHIFT')
  await shift.expectLeft(0)
  await shoot('110-shift-nothing')
  await pack.scan('LS!BACK', 'BH20261127-0013')
  await pack.scanFor(unitCode(whiteSpeaker), 'accepted')
  const verified = await finishCarton(pack)
  await station.page.getByRole('button', { name: /^(设置|Settings)$/ }).click()
  await shoot('109-settings')
  await station.page.keyboard.press('Escape')
  await pack.scanFor(unitCode(whiteSpeaker), 'accepted')
  await pack.scanFor('LS!SHIFT', 'refused')
  await shoot('111-shift-carton-open')
  const parked = await pack.code()
  await pack.scanFor('LS!PARK', 'carton-parked')
  await station.page.getByTestId('parked-cartons').click()
  await shoot('119-parked-dialog')
  await station.page.keyboard.press('Escape')
  await pack.scan('BH20261127-0012', 'LS!UNIT')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.place(0)
  const sealed = await sealCarton(pack)
  await printer.close()
  const queue = printQueuePanel(station.page, words)
  await queue.open()
  await queue.printPlanned(9, 9)
  await queue.close()
  await pack.scan('LS!SHIFT')
  await shift.expectLeft(3)
  await shoot('112-shift-begin')
  await pack.scanFor(`LS!${parked}`, 'shift-accepted')
  await shoot('113-shift-accepted')
  await pack.scanFor(verified, 'carton-known')
  await shoot('114-shift-foreign')
  await pack.scanFor('EMP-0002', 'refused')
  await shoot('115-shift-unfinished')
  await pack.scanFor(sealed, 'shift-accepted')
  await shift.list.getByRole('button').first().click()
  await shoot('116-shift-missing')
  await station.page.keyboard.press('Escape')
  await speak(station.page, 'zh-CN')
  const [left] = await shift.list.getByRole('listitem').all()
  const code = /LS\d{10}[0-9A-Z]/.exec((await left?.textContent()) ?? '')?.[0] ?? ''
  await shift.missing(code, words('shift.noLabel'))
  await shift.expectLeft(0)
  await shoot('117-shift-badge')
  await pack.scan('EMP-0002')
  await shift.expectOver()
  await shoot('118-shift-done')
})
