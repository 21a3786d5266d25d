import { cartonCode } from '#shared/domain/carton-code.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton, marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { battery, batteryRoll, speaker, unitCode } from './support/goods.ts'
import { storedCartons } from './support/station-store.ts'

test('only the mark of the carton on the bench proves it; every other is refused by name', async ({
  atWork,
}) => {
  const { pack, station, printer, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const first = await finishCarton(pack)
  const [firstMark] = await marksFrom(printer, 0)

  await pack.scanFor(unitCode(speaker), 'accepted')
  const second = await pack.code()
  await pack.scanFor(second, 'mark-not-due')
  await sealCarton(pack)

  // The neighbour's mark, complete and proven, is still not this carton's.
  await pack.scanFor(firstMark?.qr ?? '', 'mark-already-verified')
  await pack.scanFor('LS99999999990', 'mark-unreadable')
  const forged = (firstMark?.qr ?? '').replace(first, second)
  await pack.scanFor(forged, 'mark-unreadable')
  await expect(pack.feedback).toContainText(words('outcome.mark-unreadable.title'))
  await pack.scanFor(']Q1 garbage from another world', 'mark-unreadable')
  await pack.scanFor(unitCode(speaker), 'finish-carton-first')
  expect(storedCartons(station.home)).toMatchObject([
    { code: first, state: 'verified' },
    { code: second, state: 'marked' },
  ])

  await pack.scanFor(second, 'mark-confirmed')
  await pack.scanFor(second, 'carton-verified')
  expect(storedCartons(station.home)[1]).toMatchObject({ state: 'verified' })
})

test('a voided mark and a mark from another bench lock this one', async ({ atWork }) => {
  const { pack, cartons, printer, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const first = await finishCarton(pack)
  // Voided: its mark may still stick on some carton.
  await cartons.show()
  await cartons.void(first, '装错')
  await expect(cartons.row(first)).toContainText(words('cartonState.voided'))
  await pack.scanFor(unitCode(speaker), 'accepted')
  await sealCarton(pack)
  const [voided] = await marksFrom(printer, 0)
  await pack.scanFor(voided?.qr ?? '', 'mark-voided')
  await pack.scan(await pack.code())
  await pack.press('F9')

  const elsewhere = cartonCode(3_041_187)
  await pack.scanFor(elsewhere, 'mark-other-carton')
  await expect(pack.feedback).toContainText(words('outcome.mark-other-carton.title'))
  await expect(pack.feedback).toContainText(await pack.code())
  await pack.scanFor('LS!ACK', 'idle')
  await pack.scanFor(await pack.code(), 'mark-confirmed')
})

test('a carton with batteries is verified by its marks and by the roll of its lithium mark', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[battery, 12]])],
    markRolls: [batteryRoll],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(battery), 'accepted')
  const code = await sealCarton(pack)
  const panel = station.page.getByTestId('scan-feedback')
  await expect(panel).toContainText(words('marks.rollDue'))
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'mark-confirmed')
  await expect(
    station.page.getByText(words('next.scanRoll', { roll: batteryRoll.name })),
  ).toBeVisible()
  await pack.scanFor(batteryRoll.barcode, 'carton-verified')
  expect(storedCartons(station.home)).toMatchObject([{ code, state: 'verified' }])
})
