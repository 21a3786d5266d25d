import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const goods = Array.from({ length: 4 }, (_none, index) =>
  wireSku(`STORM-${index}`, `695000000000${index}`),
)

export const stormSize = 500

/** Changes so many orders in the server's folder and waits until the server has taken them in: the station pulls them next. */
export const changeOrders = async (
  server: { readonly url: string },
  dataDir: string,
  plannedUnits: number,
): Promise<void> => {
  for (let index = 0; index < stormSize; index += 1) {
    const order = wireOrder(
      `STORM-${index}`,
      goods.map((sku) => [sku, plannedUnits] as const),
    )
    writeFileSync(join(dataDir, `${order.reference_no}.json`), JSON.stringify(order))
  }
  const answer = await fetch(`${server.url}/v1/sandbox/seeds`)
  const { problems } = (await answer.json()) as { problems: readonly unknown[] }
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
}
