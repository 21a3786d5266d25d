import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { finishCarton, marksFrom, sealCarton } from './support/finish-carton.ts'
import { test } from './support/fixtures.ts'
import { battery, cable, speaker, unitCode, whiteSpeaker } from './support/goods.ts'
import { lookupPage } from './support/lookup-page.ts'
import { createPictureBook } from './support/picture-book.ts'
import { screensOf } from './support/bench-at-work.ts'
import { trainingTray } from './support/training-tray.ts'

const many = Array.from({ length: 14 }, (_none, index) =>
  wireSku(`LX-PART-${String(index + 1).padStart(2, '0')}`, `69250000001${index + 10}`, {
    name_zh: `车载支架配件包 加长版 ${index + 1} 号`,
    name_en: `Car mount accessory set, long version no. ${index + 1}`,
    unit_weight_g: 40,
  }),
)

test('pictures of the page of a carton', async ({ atWork }) => {
  const { pack, cartons, printer, station, words, server } = await atWork({
    orders: [
      wireOrder('BH20261125-0042', [
        [speaker, 24],
        [cable, 12],
        ...many.map((goods) => [goods, 10] as const),
      ]),
      wireOrder('BH20261125-0043', [
        [whiteSpeaker, 24],
        [battery, 3],
      ]),
    ],
  })
  const { page } = station
  const lookup = lookupPage(page, words)
  const shoot = createPictureBook(station)
  await shoot('90-orders-with-find')
  await pack.scan('BH20261125-0042')
  await pack.scan('LS!X5', unitCode(speaker), unitCode(cable))
  await pack.scanFor('LS!UNDO', 'undone')
  await pack.chooseBox(/50×40×30/)
  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await pack.press('F9')
  await pack.scanFor('LS!PARK', 'carton-parked')
  await printer.ended(1)
  await page.getByTestId('parked-cartons').click()
  await page.getByRole('button', { name: words('parked.resume.aside') }).click()
  await pack.press('F8')
  await pack.expectStep('weighing')
  await pack.typeWeight('2.35', words('typeWeight.broken'))
  await page.getByText(words('keys.accept')).waitFor()
  await pack.acceptWeight(words('accept.recounted'))
  await pack.expectStep('scan-back')
  const code = await pack.code()
  await pack.scan(code, code)
  await cartons.show()
  await shoot('90-pack-with-find')
  await cartons.row(code).getByRole('button', { name: code }).click()
  await shoot('91-carton-row')
  await cartons.copy(code, words('copy.torn'))
  await printer.ended(4)
  await pack.scan('LS!RECOUNT', code, unitCode(speaker))
  await pack.press('F8')
  await pack.press('F8')
  await page.getByRole('dialog').getByText(words('reopen.wrongCount')).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('reopen.confirm') })
    .click()
  await pack.expectStep('packing')
  await lookup.open()
  await shoot('92-find')
  await pack.scanFor('LS!DONE', 'refused')
  await shoot('92-find-refused')
  await pack.scanFor('NOT-KNOWN-HERE', 'unknown-code')
  await shoot('93-find-nothing')
  await pack.scanFor(code, 'carton-known')
  await shoot('94-page-reopened')
  await lookup.close()
  await server.stop()
  for (const goods of many) await pack.scan('LS!X2', unitCode(goods))
  await pack.expectUnits(33)
  await pack.place(0)
  await sealCarton(pack)
  // So many SKUs need a continuation mark on each side.
  for (const { qr } of await marksFrom(printer, 4, 4)) await pack.scan(qr)
  await pack.expectVerdict('carton-verified')
  await pack.place(0)
  await pack.scan('LS!X3', unitCode(speaker))
  await pack.expectUnits(3)
  await finishCarton(pack)
  await lookup.open()
  await pack.scan(unitCode(speaker))
  await page.getByRole('list', { name: speaker.name_zh }).waitFor()
  await shoot('95-found-goods')
  await lookup.field.fill('BH2026')
  await page.getByText('BH20261125-0043').waitFor()
  await shoot('95-found-orders')
  await lookup.field.fill('LX-PART')
  await page.getByText('LX-PART-01').first().waitFor()
  await shoot('95-found-many')
  await pack.scanFor(code, 'carton-known')
  await lookup.expectPage(1)
  await shoot('96-page-long')
})

test('pictures of a carton found in training', async ({ launch }) => {
  const station = await launch()
  const { orders, pack, words } = await screensOf(station, 'zh-CN')
  const hands = trainingTray(station.page, words)
  const lookup = lookupPage(station.page, words)
  const shoot = createPictureBook(station)
  await orders.expectOrder('BH20261125-0003')
  await hands.scanOrder('BH20261125-0003')
  await hands.scanCase(12)
  await pack.expectUnits(12)
  const code = await pack.code()
  await lookup.open()
  await pack.scanFor(code, 'carton-known')
  await lookup.expectPage(1)
  await shoot('97-page-training')
})
