import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'
import { orderReport } from './support/order-report.ts'

test('a short order is closed with a reason and declared, and nothing open is closed over', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 24]])] })
  const report = orderReport(station.page, words, 'BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await report.open()
  await expect(report.dialog).toContainText(words('hinder.carton-unfinished', { no: 1 }))
  await pack.press('Escape')
  await finishCarton(pack)

  await report.open()
  await expect(report.lines).toContainText(words('difference.short', { count: 23 }))
  await expect(report.dialog.getByRole('button', { name: words('report.close') })).toBeDisabled()
  await report.dialog.getByRole('radio', { name: words('report.soldOut') }).click()
  await report.press('close')
  await expect(report.lines).toContainText(words('report.soldOut'))
  await pack.press('Escape')

  const { page } = station
  await expect(pack.feedback).toContainText(words('over.closed.title'))
  await expect(page.getByText(words('next.orderOver'))).toBeVisible()
  await expect(page.getByText(words('carton.emptyHint'))).toBeHidden()
  await expect(page.getByRole('toolbar').getByRole('button')).toHaveCount(0)
  const header = page.getByRole('banner')
  await expect(header.getByRole('button', { name: words('report.open') })).toBeHidden()
  await pack.scanFor(unitCode(speaker), 'refused')
  await expect(pack.feedback).toContainText(words('over.closed.title'))
  await expect(pack.feedback).toContainText(words('orderOver.goods'))
  await header.getByRole('button', { name: words('report.look') }).click()
  await report.press('declare')
  const taken = new RegExp(`${words('report.takenText')}|${words('report.acceptedText')}`)
  await expect(report.dialog).toContainText(taken)
})

test('a closed order is found again in the list and by its number, and declared from there', async ({
  atWork,
}) => {
  const { orders, pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 1]]), wireOrder('BH-2', [[speaker, 24]])],
  })
  const report = orderReport(station.page, words, 'BH-1')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await finishCarton(pack)
  await report.open()
  await report.press('close')
  await expect(report.dialog).toContainText(words('report.closedText'))
  await pack.press('Escape')
  await station.page.getByRole('button', { name: words('orderComplete.leave') }).click()

  await expect(orders.row('BH-1')).toContainText(words('orders.closed'))
  await orders.open('BH-1')
  await expect(report.dialog).toContainText(words('report.closedText'))
  await pack.press('Escape')

  const look = station.page.getByRole('button', { name: words('report.look') })
  await pack.scanFor('BH-1', 'refused')
  await expect(pack.feedback).toContainText(words('orderOver.closed'))
  await look.click()
  await report.press('declare')
  const taken = new RegExp(`${words('report.takenText')}|${words('report.acceptedText')}`)
  await expect(report.dialog).toContainText(taken)
  await expect(report.dialog.getByRole('button', { name: words('report.declare') })).toBeHidden()
  await pack.press('Escape')

  await orders.open('BH-2')
  await pack.scanFor('BH-1', 'refused')
  await look.click()
  await expect(report.dialog).toContainText(taken)
  await pack.scanFor(unitCode(speaker), 'accepted')
  await expect(report.dialog).toBeHidden()
})
