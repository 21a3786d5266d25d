import { expect, test } from 'vitest'
import { benchOf, until } from '#tests/support/bench-steps.ts'
import { startFaultServer } from '#tests/support/fault-server.ts'
import { startServer, startStation } from '#tests/support/station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

test('an order that came in wrong is named with its field, in the list and to who scans its number', async () => {
  const mug = wireSku('MUG', '6925000000111')
  const server = await startServer([wireOrder('BH-BAD', [[mug, 3]])])
  const front = await startFaultServer(server.url)
  front.set(async (request, ask) => {
    const answer = await ask()
    if (request.route !== 'GET /v1/changes') return answer
    return { ...answer, body: answer.body.replaceAll('"plan_qty":3', '"plan_qty":0') }
  })
  const station = startStation({ server: { url: front.url, pairingCode: server.pairingCode } })
  const wrong = { orderNo: 'BH-BAD', path: 'lines[0].plan_qty', fault: 'too-small' }
  await until(async () =>
    expect(await station.ask('orders.list', undefined)).toEqual([
      expect.objectContaining({
        orderNo: 'BH-BAD',
        lines: 0,
        refused: expect.objectContaining({
          code: 'order-invalid',
          details: expect.objectContaining(wrong) as unknown,
        }) as unknown,
      }),
    ]),
  )
  await station.scan('BH-BAD')
  expect((await benchOf(station)).feedback).toMatchObject({
    outcome: 'refused',
    facts: { error: 'order-invalid', ...wrong },
  })
})
