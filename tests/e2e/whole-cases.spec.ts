import { wireOrder } from '#tests/support/wire-orders.ts'
import { marksFrom } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, speakerCase, unitCode, whiteSpeaker } from './support/goods.ts'
import { storedCartons } from './support/station-store.ts'

test('factory cartons are packed by case scan, weight and scan-back alone; a wrong, a light and a doubled one are caught', async ({
  atWork,
}) => {
  const { pack, printer, server, station } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 12],
        [cable, 5],
      ]),
      wireOrder('BH-2', [[whiteSpeaker, 5]]),
    ],
  })
  await pack.scan('BH-1')
  await pack.scanFor('LS!CASE', 'mode-whole-case')
  await pack.scanFor(unitCode(speaker), 'case-expected')
  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await pack.scan('LS!ACK')

  for (const printed of [0, 2]) {
    await pack.scan(speakerCase)
    await pack.expectStep('weighing')
    await pack.expectUnits(6)
    await pack.scanFor(speakerCase, 'finish-carton-first')
    if (printed === 0) {
      // Two speakers short: nothing is sealed.
      await pack.place(2_750)
      await expect(station.page.getByTestId('scan-feedback')).toContainText('kg')
      expect(storedCartons(station.home)).toMatchObject([{ state: 'open' }])
    }
    await pack.place(null)
    await pack.expectStep('scan-back')
    for (const mark of await marksFrom(printer, printed)) await pack.scan(mark.qr)
    await pack.expectVerdict('carton-verified')
    await pack.place(0)
  }
  // All of them are in: another one is too much.
  await pack.scanFor(speakerCase, 'line-complete')
  await pack.scanFor('LS!UNIT', 'mode-scan')
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.expectStep('packing')
  await expect
    .poll(async () => (await server.cartons()).map(({ status }) => status))
    .toEqual(['verified', 'verified'])
})
