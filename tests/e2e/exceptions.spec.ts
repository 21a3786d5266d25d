import { wireOrder } from '#tests/support/wire-orders.ts'
import { marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, heavy, speaker, unitCode, whiteSpeaker } from './support/goods.ts'
import { orderReport } from './support/order-report.ts'

test('what is missing, broken, misplaced or too heavy is told by scans, and the order closes with what was noted as its reason', async ({
  atWork,
}) => {
  const { pack, printer, server, station, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 3],
        [cable, 4],
        [heavy, 2],
      ]),
      wireOrder('BH-2', [[whiteSpeaker, 5]]),
    ],
  })
  const { page } = station
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.scanFor(unitCode(heavy), 'accepted')

  // Another speaker lay in its place: the red screen is answered with what it was.
  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await pack.scanFor('LS!WRONG', 'exception-noted')
  // One is broken, and the last cable goes back to the shelf.
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await pack.scanFor('LS!RETURN', 'exception-expected')
  await pack.scanFor(unitCode(cable), 'put-back')
  await pack.expectUnits(1)

  // What is not there cannot be scanned: it is chosen.
  await pack.press('F10')
  const dialog = page.getByRole('dialog', { name: words('exception.title') })
  await dialog.getByRole('button', { name: new RegExp(speaker.sku) }).click()
  await expect(dialog.getByRole('textbox', { name: words('exception.units') })).toHaveValue('3')
  await dialog.getByRole('button', { name: words('exception.confirm') }).click()
  await pack.expectVerdict('exception-noted')
  await pack.scanFor('LS!SHORT', 'exception-expected')
  await pack.scanFor(unitCode(cable), 'exception-noted')
  await pack.scanFor(unitCode(heavy), 'accepted')
  const code = await sealCarton(pack)
  for (const mark of await marksFrom(printer, 0)) {
    expect(mark.qr).toContain(`C=${code};`)
    expect(mark.qr).toMatch(/;S=LX-DUMBBELL\*2$/)
    await pack.scan(mark.qr)
  }
  await pack.expectVerdict('carton-verified')

  const report = orderReport(page, words, 'BH-1')
  await expect(page.getByText(words('orderComplete.short', { count: 7 }))).toBeVisible()
  await report.open()
  await expect(report.dialog.getByText(words('exceptions.title'))).toBeVisible()
  await expect(report.dialog.getByText(`${words('exceptionKind.short')} 4`)).toBeVisible()
  await expect(report.dialog.getByText(`${words('exceptionKind.wrong-item')} 1`)).toBeVisible()
  // The reason is there already.
  await report.press('close')
  await expect(report.dialog.getByText(words('report.closedText'))).toBeVisible()
  await expect
    .poll(async () => (await server.cartons()).map(({ carton_code: known }) => known))
    .toEqual([code])
  expect(await station.complaints()).toEqual([])
})
