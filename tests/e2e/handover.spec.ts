import { wireOrder } from '#tests/support/wire-orders.ts'
import { expectDelivered, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode } from './support/goods.ts'
import { shiftPage } from './support/shift-page.ts'

const operators = [
  { id: 'p1', name: '王敏', badge: 'EMP-0001' },
  { id: 'p2', name: '李强', badge: 'EMP-0002' },
] as const

test('a shift is handed over by scans alone: each carton by the label on it, and the successor’s badge ends it', async ({
  atWork,
}) => {
  const { pack, orders, printer, server, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 12]]), wireOrder('BH-2', [[cable, 12]])],
    operators,
  })
  const shift = shiftPage(station.page, words)
  await pack.scan('EMP-0001')
  await orders.expectOrder('BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const parked = await pack.code()
  await pack.scanFor('LS!SHIFT', 'refused')
  await expect(station.page.getByText(words('error.shift-carton-open')).first()).toBeVisible()
  await pack.scanFor('LS!PARK', 'carton-parked')
  await pack.scan('BH-2')
  await pack.scanFor(unitCode(cable), 'accepted')
  const sealed = await sealCarton(pack)

  await pack.scan('LS!SHIFT')
  await shift.expectLeft(2)
  await expect(shift.list.getByRole('listitem')).toHaveCount(2)
  await pack.scanFor(unitCode(cable), 'refused')
  await pack.scanFor(`LS!${parked}`, 'shift-accepted')
  await shift.expectLeft(1)
  await expect(shift.row(parked)).toContainText(words('shift.state.accepted'))
  await pack.scanFor('EMP-0002', 'refused')
  await pack.scanFor(sealed, 'shift-accepted')
  await shift.expectLeft(0)
  await pack.scan('EMP-0002')
  await shift.expectOver()
  await expect(
    station.page.getByRole('button', { name: words('signIn.leave', { operator: '李强' }) }),
  ).toBeVisible()
  await pack.expectVerdict('shift-done')
  // Nothing was verified or resumed by those scans: the successor goes on where the bench stood.
  await pack.expectStep('scan-back')
  // The label of the parked carton came out before its marks.
  await proveMarks({ pack, printer }, 1)
  await pack.scanFor(`LS!${parked}`, 'carton-resumed')
  await sealCarton(pack)
  await proveMarks({ pack, printer }, 3)
  await expectDelivered(server, [parked, sealed])
})

test('what nobody finds is told with a reason, a name takes over without a badge, and Escape asks first', async ({
  atWork,
}) => {
  const { pack, orders, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 12]])],
    operators,
  })
  const { page } = station
  const shift = shiftPage(page, words)
  await pack.scan('EMP-0001')
  await orders.expectOrder('BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const parked = await pack.code()
  await pack.scanFor('LS!PARK', 'carton-parked')
  await page.getByTestId('parked-cartons').click()
  await page.getByRole('button', { name: words('shift.start') }).click()
  await shift.expectLeft(1)
  await shift.missing(parked, words('shift.notThere'))
  await pack.expectVerdict('shift-missing')
  await shift.expectLeft(0)
  await expect(shift.row(parked)).toContainText(words('shift.notThere'))
  await pack.press('Escape')
  await page.getByRole('button', { name: words('shift.goOn') }).click()
  await expect(page.getByRole('button', { name: '王敏', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: '李强', exact: true }).click()
  await shift.expectOver()
  await expect(
    page.getByRole('button', { name: words('signIn.leave', { operator: '李强' }) }),
  ).toBeVisible()
})
