import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

const good = wireOrder('BH-GOOD', [[speaker, 12]])

test('unusable orders in the server’s folder keep nobody from packing the others', async ({
  atWork,
  folder,
}) => {
  const place = (name: string, content: string | Uint8Array): void => {
    mkdirSync(join(folder, 'server'), { recursive: true })
    writeFileSync(join(folder, 'server', name), content)
  }
  const text = JSON.stringify(wireOrder('BH-BAD', [[speaker, 3]]))
  place('missing.json', text.replace('"plan_qty":3', '"planned":3'))
  place('zero.json', text.replace('"plan_qty":3', '"plan_qty":0'))
  place('twice.json', JSON.stringify(good))
  place('nul.json', text.replace('便携', String.raw`便\u0000携`))
  // 杯 in GBK
  place('gbk.json', Buffer.concat([Buffer.from('{"name_zh":"'), Buffer.from([0xb1, 0xad])]))

  const { orders, pack, server } = await atWork({ orders: [good] })
  await expect(orders.list.getByRole('listitem')).toHaveCount(1)
  const { problems } = (await (await fetch(`${server.url}/v1/sandbox/seeds`)).json()) as {
    problems: { file: string; path: string }[]
  }
  expect(problems.map(({ file, path }) => `${file} ${path}`).toSorted()).toEqual([
    'gbk.json ',
    'missing.json lines[0].plan_qty',
    'nul.json skus[0].name_zh',
    'twice.json reference_no',
    'zero.json lines[0].plan_qty',
  ])
  await orders.open(good.reference_no)
  await pack.scanFor(unitCode(speaker), 'accepted')
})
