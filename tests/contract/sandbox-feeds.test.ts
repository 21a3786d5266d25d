import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ChangesPage, SkusPage, WireOrder } from '#shared/contract/linkstar-api.ts'
import { createSandbox } from '#electron/sandbox/index.ts'
import { enrolStation, type LinkstarStation } from '#tests/support/linkstar-station.ts'
import { startSandboxServer } from '#tests/support/sandbox-server.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const orders = Array.from({ length: 5 }, (_, index) =>
  wireOrder(`BH20261123-000${index}`, [
    [wireSku(`SKU-${index}`, `697100000000${index}`), 3],
    [wireSku('COMMON', '6971000000999'), 4],
  ]),
)

const changes = async (station: LinkstarStation, query: string): Promise<ChangesPage> =>
  (await station.get(`/v1/changes?${query}`)).body as ChangesPage

const numbers = (page: ChangesPage): readonly string[] =>
  page.changes.flatMap((change) => (change.kind === 'order' ? [change.order.reference_no] : []))

describe('the feed of changes', () => {
  it('gives all orders, page by page', async () => {
    const station = await enrolStation(await startSandboxServer(...orders))
    const one = await changes(station, 'limit=2')
    const two = await changes(station, `limit=2&cursor=${one.cursor}`)
    const three = await changes(station, `limit=2&cursor=${two.cursor}`)
    expect([one, two, three].map(({ more }) => more)).toEqual([true, true, false])
    expect([one, two, three].flatMap(numbers)).toEqual(orders.map((order) => order.reference_no))
    expect(one.changes[0]).toEqual({ kind: 'order', order: orders[0] })
    expect(await changes(station, `cursor=${three.cursor}`)).toEqual({
      changes: [],
      cursor: three.cursor,
      more: false,
    })
  })

  it('gives a changed file as a new revision, and an order that was added, while it runs', async () => {
    const server = await startSandboxServer(...orders.slice(0, 2))
    const station = await enrolStation(server)
    const { cursor } = await changes(station, '')
    const [order, , added] = orders
    if (order === undefined || added === undefined) throw new Error('no orders')
    server.place({ ...order, instructions: ['加护角'] })
    server.place(added)
    const page = await changes(station, `cursor=${cursor}`)
    expect(page.changes).toEqual([
      { kind: 'order', order: { ...order, revision: 2, instructions: ['加护角'] } },
      { kind: 'order', order: added },
    ])
  })

  it('says nothing of a file that was only formatted anew, or given another name', async () => {
    const server = await startSandboxServer(...orders.slice(0, 1))
    const station = await enrolStation(server)
    const { cursor } = await changes(station, '')
    const file = join(server.dataDir, `${orders[0]?.reference_no}.json`)
    writeFileSync(file, JSON.stringify(orders[0], null, 2))
    expect((await changes(station, `cursor=${cursor}`)).changes).toEqual([])
    renameSync(file, join(server.dataDir, 'a.json'))
    expect((await changes(station, `cursor=${cursor}`)).changes).toEqual([])
  })

  it('keeps its cursors over a restart', async () => {
    const server = await startSandboxServer(...orders)
    const station = await enrolStation(server)
    const { cursor } = await changes(station, 'limit=3')
    await server.stop()
    await server.start()
    expect(numbers(await changes(station, `cursor=${cursor}`))).toEqual(
      orders.slice(3).map((order) => order.reference_no),
    )
  })

  it('tells a cursor of another server from nonsense', async () => {
    const there = await enrolStation(await startSandboxServer(...orders))
    const here = await enrolStation(await startSandboxServer(...orders))
    const { cursor } = await changes(there, '')
    expect(await here.get(`/v1/changes?cursor=${cursor}`)).toMatchObject({
      status: 410,
      body: { error: { code: 'cursor-gone' } },
    })
    expect(await here.get('/v1/changes?cursor=%27%3B--')).toMatchObject({
      status: 400,
      body: { error: { code: 'cursor-invalid' } },
    })
    expect(await here.get('/v1/changes?limit=0')).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid-input' } },
    })
  })
})

describe('the catalogue', () => {
  it('gives every SKU once', async () => {
    const station = await enrolStation(await startSandboxServer(...orders))
    const { body } = await station.get('/v1/skus?limit=200')
    const page = body as SkusPage
    const skus = ['SKU-0', 'COMMON', 'SKU-1', 'SKU-2', 'SKU-3', 'SKU-4']
    expect(page).toMatchObject({ skus: skus.map((sku) => ({ sku })), more: false })
    expect(await station.get(`/v1/skus?cursor=${page.cursor}`)).toMatchObject({
      body: { skus: [] },
    })
  })
})

describe('a bad seed file', () => {
  const good = orders[0] as WireOrder
  const json = JSON.stringify(orders[1])
  const cases: readonly (readonly [
    name: string,
    content: string | Buffer,
    path: string,
    reason: RegExp,
  ])[] = [
    [
      'missing-field.json',
      json.replace('"plan_qty":3', '"planned":3'),
      'lines[0].plan_qty',
      /is missing/,
    ],
    [
      'zero-quantity.json',
      json.replace('"plan_qty":3', '"plan_qty":0'),
      'lines[0].plan_qty',
      />=1/,
    ],
    ['broken.json', json.slice(0, 100), '', /not valid JSON/],
    [
      'gbk.json',
      Buffer.concat([Buffer.from('{"name_zh":"'), Buffer.from([0xb1, 0xad])]),
      '',
      /not UTF-8/,
    ],
    ['utf16.json', Buffer.from(json, 'utf16le'), '', /not UTF-8/],
    ['list.json', `[${json}]`, '', /object/],
    ['twice.json', JSON.stringify(good), 'reference_no', /already in 1-good\.json/],
    ['nul.json', json.replace('Huisheng', 'Hui\\u0000sheng'), 'seller.name_en', /control/],
  ]

  it.each(cases)('%s is named, and the rest is served', async (file, content, path, reason) => {
    const dataDir = tempFolder()
    writeFileSync(join(dataDir, '1-good.json'), JSON.stringify(good))
    writeFileSync(join(dataDir, file), content)
    const sandbox = await createSandbox({
      dataDir,
      port: 0,
      host: '127.0.0.1',
      clock: () => new Date(0),
    })
    try {
      expect(sandbox.seedProblems()).toEqual([
        { file, path, reason: expect.stringMatching(reason) as unknown },
      ])
      const seeds = await fetch(`${sandbox.url}/v1/sandbox/seeds`)
      expect(await seeds.json()).toEqual({ problems: sandbox.seedProblems() })
      const station = await enrolStation(sandbox)
      expect(numbers(await changes(station, ''))).toEqual([good.reference_no])
    } finally {
      await sandbox.close()
    }
  })

  it('is taken once it is mended, and an order stays when its file breaks', async () => {
    const server = await startSandboxServer(good)
    const station = await enrolStation(server)
    const { cursor } = await changes(station, '')
    const file = join(server.dataDir, `${good.reference_no}.json`)
    writeFileSync(file, '{')
    expect((await changes(station, `cursor=${cursor}`)).changes).toEqual([])
    expect(numbers(await changes(station, ''))).toEqual([good.reference_no])
    writeFileSync(file, JSON.stringify({ ...good, revision: 7 }))
    expect(await changes(station, `cursor=${cursor}`)).toMatchObject({
      changes: [{ order: { revision: 7 } }],
    })
  })
})
