import { palletScan } from '#tests/support/pallet-labels.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { screensOf } from './support/bench-at-work.ts'
import { expectDelivered, proveMarks } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, speakerCase, unitCode, whiteSpeaker } from './support/goods.ts'
import { lookupPage } from './support/lookup-page.ts'
import type { PackPage } from './support/pack-page.ts'
import type { StationApp } from './support/station-app.ts'
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
    await proveMarks({ pack, printer }, printed)
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

test('factory cartons are counted on two pallets by scans alone, also when the program is killed in between', async ({
  atWork,
  launch,
}) => {
  const { pack, printer, server, station, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 30],
        [cable, 5],
      ]),
    ],
  })
  const packed: string[] = []
  const markCase = async (at: PackPage): Promise<string> => {
    await at.place(null)
    await at.expectStep('scan-back')
    const code = await at.code()
    await proveMarks({ pack: at, printer }, 2 * packed.length)
    packed.push(code)
    return code
  }
  const packCase = async (at: PackPage): Promise<string> => {
    await at.place(0)
    await at.scan(speakerCase)
    await at.expectStep('weighing')
    return markCase(at)
  }
  const expectPallet = async (at: StationApp, no: number, count: number): Promise<void> => {
    const cartons = words('pallet.cartons', { count })
    const counted = `${words('pallet.count', { no, count })}${speaker.name_zh}${cartons}`
    const counter = at.page.getByRole('region', { name: words('pallet.label') })
    await expect(counter).toHaveText(counted)
    await expect(at.page.getByTestId('scan-feedback')).toContainText(counted)
    await expect(at.page.getByText(words('lines.onPallet', { count }))).toBeVisible()
  }
  await pack.scan('BH-1')
  await pack.scanFor('LS!CASE', 'mode-whole-case')
  await packCase(pack)
  await pack.scanFor('LS!PALLET', 'pallet-begun')
  await pack.scanFor('LS!PALLET', 'pallet-empty')
  await packCase(pack)
  await packCase(pack)
  await expectPallet(station, 1, 2)
  await pack.scanFor(palletScan(1), 'pallet-labelled')
  await pack.scanFor('LS!PALLET', 'pallet-begun')
  await pack.scan(speakerCase)
  await pack.expectStep('weighing')
  await station.kill()

  const again = await launch()
  const screens = await screensOf(again, 'zh-CN')
  await screens.pack.expectStep('weighing')
  const code = await markCase(screens.pack)
  await expectPallet(again, 2, 1)
  await screens.pack.scanFor(palletScan(1), 'pallet-taken')
  await packCase(screens.pack)
  await expectPallet(again, 1, 3)
  await screens.cartons.show()
  await expect(screens.cartons.row(code)).toContainText(words('cartons.pallet', { no: 2 }))

  const lookup = lookupPage(again.page, words)
  await lookup.open()
  await screens.pack.scan(code)
  await expect(lookup.carton).toContainText(/托盘 2（\d\d-\d\d \d\d:\d\d）/u)
  await expect(
    lookup.life.filter({ hasText: words('life.step.palletised', { no: 2 }) }),
  ).toHaveCount(1)
  await expectDelivered(server, packed)
})
