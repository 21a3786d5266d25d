import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

test('the bench goes on without the server, and delivers each carton exactly once afterwards', async ({
  atWork,
}) => {
  const { pack, server, station, sync, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
  })
  await server.stop()
  await pack.scan('BH-1')
  const codes: string[] = []
  for (const units of [1, 2, 3]) {
    await pack.scan(`LS!X${units}`)
    await pack.scan(unitCode(speaker))
    await pack.expectUnits(units)
    codes.push(await finishCarton(pack))
  }
  expect(new Set(codes).size).toBe(3)
  await expect(sync).toContainText(words('sync.offline'))
  await expect.poll(async () => Number(await pack.pending.textContent())).toBeGreaterThan(0)
  await sync.click()
  const popover = station.page.getByRole('dialog', { name: words('sync.title') })
  await expect(popover).toContainText(words('error.server-unreachable'))

  await server.start()
  await popover.getByRole('button', { name: words('sync.retry') }).click()
  await expect(pack.pending).toHaveText('0')
  await expect(sync).toContainText(words('sync.online'))
  const told = await server.cartons()
  expect(told.map(({ carton_code }) => carton_code).toSorted()).toEqual(codes.toSorted())
  expect(told.map(({ sealed_facts }) => sealed_facts)).toEqual([1, 1, 1])
  expect(told.map(({ status }) => status)).toEqual(['verified', 'verified', 'verified'])
})

test('orders that were pulled before stay open to a station that starts without the server', async ({
  atWork,
  launch,
}) => {
  const bench = await atWork({ orders: [wireOrder('BH-1', [[speaker, 24]])] })
  await bench.pack.scan('BH-1')
  await bench.pack.scanFor(unitCode(speaker), 'accepted')
  const code = await bench.pack.code()
  await bench.server.stop()
  await bench.station.close()

  const { page } = await launch()
  await expect(page.getByTestId('carton-code')).toHaveText(code)
  await expect(page.getByTestId('carton-units')).toHaveText('1')
  await expect(page.getByTestId('order-progress')).toHaveText('1/24')
})
