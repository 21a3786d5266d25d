import { wireOrder } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

const operators = [
  { id: 'p1', name: '王敏', badge: 'EMP-0001' },
  { id: 'p2', name: '李强', badge: 'EMP-0002' },
  { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
] as const

test('a badge opens the bench, 换人 hands it over, a supervisor’s badge confirms: all by scans', async ({
  atWork,
}) => {
  const { orders, pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 12]])],
    operators,
  })
  const { page } = station
  const call = page.getByRole('heading', { name: words('signIn.title') })
  await call.waitFor()
  await pack.scan(unitCode(speaker))
  await expect(page.getByText(words('error.operator-absent'), { exact: true })).toBeVisible()
  await pack.scan('EMP-0001')
  await expect(call).toBeHidden()
  await expect(
    page.getByRole('button', { name: words('signIn.leave', { operator: '王敏' }) }),
  ).toBeVisible()
  await orders.expectOrder('BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scan('LS!OUT')
  await call.waitFor()
  await pack.scan('EMP-0002')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(2)
  await pack.scanFor('LS!VOID', 'supervisor-asked')
  await pack.scan('EMP-9001')
  await pack.expectUnits(0)
  // What a badge says is shown nowhere.
  await expect(page.getByText('EMP-')).toHaveCount(0)
})

test('who has no badge chooses a name', async ({ atWork }) => {
  const { station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 12]])],
    operators,
  })
  const { page } = station
  await page.getByRole('button', { name: '李强' }).click()
  await expect(
    page.getByRole('button', { name: words('signIn.leave', { operator: '李强' }) }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: '陈组长' })).toHaveCount(0)
})
