import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton, marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode } from './support/goods.ts'
import { lookupPage } from './support/lookup-page.ts'

const orders = [
  wireOrder('BH-1', [
    [speaker, 24],
    [cable, 12],
  ]),
]

test('a mark scanned on the list of orders opens the page of its carton, with its whole life', async ({
  atWork,
}) => {
  const { pack, cartons, printer, station, words } = await atWork({ orders })
  const lookup = lookupPage(station.page, words)
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await cartons.show()
  await cartons.reopen(code, words('reopen.wrongGoods'))
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.place(0)
  await sealCarton(pack)
  const [front, side] = await marksFrom(printer, 2)
  await pack.scanFor(front?.qr ?? '', 'mark-confirmed')
  await pack.scanFor(side?.qr ?? '', 'carton-verified')
  await cartons.show()
  await cartons.void(code, words('void.boxBroken'))
  await station.page.getByRole('button', { name: words('header.leave') }).click()

  await pack.scanFor(front?.qr ?? '', 'carton-known')
  await lookup.expectPage(1)
  await expect(lookup.carton).toContainText(words('cartonState.voided'))
  await expect(lookup.carton).toContainText(code)
  const titles = [
    words('life.step.opened'),
    speaker.name_zh,
    words('printing.front'),
    words('life.step.verified'),
    words('life.step.reopened', { revision: 2 }),
    cable.name_zh,
    words('printing.side'),
    words('life.step.verified'),
    words('life.step.voided'),
  ]
  const told = await lookup.life.allTextContents()
  let at = -1
  for (const title of titles) {
    at = told.findIndex((text, index) => index > at && text.includes(title))
    expect(at, `${title} in ${told.join(' | ')}`).toBeGreaterThanOrEqual(0)
  }
  await expect(lookup.life.last()).toContainText(words('void.boxBroken'))
  await expect(lookup.carton).toContainText(words('life.uploadsDone'))

  await lookup.close()
  await pack.expectVerdict('carton-known')
  await pack.scan('BH-1')
  await pack.expectStep('packing')
})

test('cartons are found by goods, by number and by the end of their code, while one is being packed', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders })
  const lookup = lookupPage(station.page, words)
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const first = await finishCarton(pack)
  await pack.place(0)
  await pack.scanFor(unitCode(cable), 'accepted')
  const second = await pack.code()

  await lookup.open()
  await expect(lookup.field).toBeFocused()
  await pack.scan(unitCode(speaker))
  const holding = station.page.getByRole('list', { name: speaker.name_zh })
  await expect(holding.getByRole('listitem')).toHaveCount(1)
  await holding.getByRole('button', { name: first }).click()
  await lookup.expectPage(1)

  await lookup.field.fill(speaker.sku.toLowerCase())
  await expect(holding.getByRole('button', { name: first })).toBeVisible()
  await lookup.field.fill(second.slice(-5))
  await expect(lookup.cartons.filter({ hasText: second })).toBeVisible()
  await lookup.field.fill('BH-1 2')
  await expect(lookup.cartons).toHaveCount(1)
  // The scanner's own clock may run ahead: an Enter right behind a scan belongs to that scan.
  await expect(async () => {
    await lookup.field.press('Enter')
    await expect(lookup.carton).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await lookup.expectPage(2)
  await expect(lookup.carton).toContainText(words('cartonState.open'))

  await pack.scanFor('NOT-KNOWN-HERE', 'unknown-code')
  await expect(
    station.page.getByText(words('lookup.none', { text: 'NOT-KNOWN-HERE' })),
  ).toBeVisible()
  await pack.scanFor('LS!DONE', 'refused')
  await expect(station.page.getByText(words('error.lookup-open'))).toBeVisible()

  await lookup.close()
  await pack.expectUnits(1)
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.expectUnits(2)
})

test('the list of cartons leads to the page of each', async ({ atWork }) => {
  const { pack, cartons, station, words } = await atWork({ orders })
  const lookup = lookupPage(station.page, words)
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await cartons
    .row(code)
    .getByRole('button', { name: words('cartons.page') })
    .click()
  await lookup.expectPage(1)
  await lookup.close()
  await pack.expectStep('packing')
})
