import { wireOrder } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

test('an order that was cut down while it was packed here asks what to do, with both sides', async ({
  atWork,
}) => {
  const { pack, server, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor(unitCode(speaker), 'accepted')

  const amended = await fetch(`${server.url}/v1/sandbox/orders/BH-1/amend`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wireOrder('BH-1', [[speaker, 1]], { revision: 2 })),
  })
  expect(amended.status).toBe(200)
  const question = station.page.getByRole('region', {
    name: words('decision.title', { orderNo: 'BH-1' }),
  })
  await expect(question).toContainText(words('decision.packed', { name: speaker.name_zh, n: 2 }))
  await expect(question).toContainText(words('decision.wanted', { name: speaker.name_zh, n: 1 }))
  await station.page.screenshot({})

  await question.getByRole('button', { name: words('decision.keep-packed') }).click()
  await expect(question).toBeHidden()
  await pack.scanFor(unitCode(speaker), 'accepted')
})
