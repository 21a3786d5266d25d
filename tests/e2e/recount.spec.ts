import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode } from './support/goods.ts'
import { recountPage } from './support/recount-page.ts'

const orders = [
  wireOrder('BH-1', [
    [speaker, 24],
    [cable, 12],
  ]),
]

test('a carton is counted blind, what differs is said in words, and it is opened to put it right', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders })
  const recount = recountPage(station.page, words)
  await pack.scan('BH-1', 'LS!X3')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)

  await pack.scan('LS!RECOUNT')
  await expect(station.page.getByText(words('recount.awaitTitle'))).toBeVisible()
  await pack.scan(code)
  await recount.expectCounting(1)
  await pack.scanFor(unitCode(speaker), 'counted')
  await pack.scanFor(unitCode(cable), 'counted')
  await expect(recount.counted.getByRole('listitem')).toHaveCount(2)
  await expect(station.page.getByText(words('difference.short', { count: 2 }))).toBeHidden()
  await recount.finish()
  const lines = recount.lines.getByRole('listitem')
  await expect(lines.filter({ hasText: speaker.sku })).toContainText(
    words('difference.short', { count: 2 }),
  )
  await expect(lines.filter({ hasText: cable.sku })).toContainText(
    words('difference.over', { count: 1 }),
  )
  await recount.reopen(words('reopen.wrongCount'))
  await pack.expectStep('packing')
  await expect(pack.cartonCode).toHaveText(code)
})

test('a count that agrees is begun at the list of cartons and ended by one key', async ({
  atWork,
}) => {
  const { pack, cartons, station, words } = await atWork({ orders })
  const recount = recountPage(station.page, words)
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await cartons
    .row(code)
    .getByRole('button', { name: words('cartons.recount') })
    .click()
  await recount.expectCounting(1)
  await pack.scanFor(unitCode(speaker), 'counted')
  await recount.finish()
  await expect(recount.lines.getByRole('listitem')).toContainText(words('difference.none'))
  await pack.press('F8')
  await pack.expectStep('packing')
})
