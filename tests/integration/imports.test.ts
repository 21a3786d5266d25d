import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { ImportPreview } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  packCarton,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { asCsv, asXlsx, orderSheet, packingSheet, typedRows } from '#tests/support/order-sheets.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const bowl = wireSku('BOWL', '6925000000130')
const orderOf = (no: string, units: number) => wireOrder(no, [[bowl, units]])

/** A station whose person chooses what the test lays into the folder. */
const start = async ({ home = tempFolder() } = {}) => {
  const server = await startServer([mugsAndCups()])
  const folder = tempFolder()
  const chosen = { open: '', save: '' }
  const pickers = {
    open: () => Promise.resolve(chosen.open === '' ? null : join(folder, chosen.open)),
    save: () => Promise.resolve(chosen.save === '' ? null : join(folder, chosen.save)),
  }
  const station = startStation({ server, home, pickers })
  await until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })
  await uploaded(station)
  const choose = async (
    name: string,
    bytes: Uint8Array,
    kind: SheetKind = 'orders',
  ): Promise<ImportPreview | null> => {
    writeFileSync(join(folder, name), bytes)
    chosen.open = name
    return station.ask('imports.choose', kind)
  }
  return { server, station, home, folder, chosen, pickers, choose }
}

const orderNos = async (station: TestStation): Promise<readonly string[]> =>
  (await station.ask('orders.list', undefined)).map(({ orderNo }) => orderNo)

describe('orders from a file', () => {
  it('are looked at, then asked of the server, and come back to be packed', async () => {
    const { station, choose } = await start()
    const rows = [...typedRows(orderOf('BH-8', 2)), ...typedRows(orderOf('BH-9', 5))]
    const preview = await choose('orders.xlsx', await asXlsx(orderSheet(rows)))
    expect(preview).toMatchObject({
      file: 'orders.xlsx',
      faults: [],
      faultCount: 0,
      orders: [
        { orderNo: 'BH-8', lines: 1, units: 2 },
        { orderNo: 'BH-9', lines: 1, units: 5 },
      ],
    })
    expect(await orderNos(station)).toEqual(['BH-1'])
    await station.ask('imports.confirm', preview?.id ?? 0)
    await until(async () => expect(await orderNos(station)).toEqual(['BH-1', 'BH-8', 'BH-9']))
    expect(await station.ask('imports.list', undefined)).toEqual({ waiting: [], refused: [] })

    await station.ask('bench.open', 'BH-8')
    await until(async () => {
      await station.scan('6925000000130')
      expect((await bench(station)).feedback?.outcome).toBe('accepted')
    })
    await expect(station.ask('imports.confirm', preview?.id ?? 0)).rejects.toMatchObject({
      code: 'import-gone',
    })
    const again = await choose('orders.xlsx', await asXlsx(orderSheet(rows)))
    expect(again?.faults.map(({ code }) => code)).toEqual(['order-exists', 'order-exists'])
    expect(again?.orders).toEqual([])
  })

  it('are imported all or none: one fault keeps everything out', async () => {
    const { station, choose } = await start()
    const rows = [...typedRows(orderOf('BH-8', 2)), ...typedRows(orderOf('BH-9', 5))]
    const preview = await choose(
      'orders.csv',
      asCsv(orderSheet([rows[0] ?? {}, { ...rows[1], quantity: '0' }])),
    )
    expect(preview).toMatchObject({ orders: [], faultCount: 1, faults: [{ row: 3, column: 'C' }] })
    await expect(station.ask('imports.confirm', preview?.id ?? 0)).rejects.toMatchObject({
      code: 'import-gone',
    })
    expect(await station.ask('imports.list', undefined)).toEqual({ waiting: [], refused: [] })
  })

  it('wait while the server is away, over a restart too, and are never asked for twice', async () => {
    const { server, station, choose, home, pickers, folder } = await start()
    await server.close()
    const bytes = asCsv(orderSheet(typedRows(orderOf('BH-8', 2))))
    const preview = await choose('orders.csv', bytes)
    await station.ask('imports.confirm', preview?.id ?? 0)
    expect(station.latest('imports')).toMatchObject({
      waiting: [{ kind: 'orders', orderNo: 'BH-8' }],
    })
    expect((await choose('orders.csv', bytes))?.faults).toMatchObject([{ code: 'order-under-way' }])
    await station.close()

    const again = startStation({ home, server, pickers })
    expect(await again.ask('imports.list', undefined)).toMatchObject({
      waiting: [{ orderNo: 'BH-8' }],
    })
    await startServer([mugsAndCups()], {
      folder: server.folder,
      port: Number(new URL(server.url).port),
    })
    await again.ask('sync.retry', undefined)
    await until(async () => expect(await orderNos(again)).toEqual(['BH-1', 'BH-8']))
    expect(await again.ask('imports.list', undefined)).toEqual({ waiting: [], refused: [] })
    expect(readdirSync(folder)).toEqual(['orders.csv'])
  })

  it('that the server refuses are told, until somebody has read it', async () => {
    const { server, station, choose } = await start()
    await server.close()
    const preview = await choose('orders.csv', asCsv(orderSheet(typedRows(orderOf('BH-8', 2)))))
    await station.ask('imports.confirm', preview?.id ?? 0)
    // Meanwhile another order has got the number.
    await startServer([mugsAndCups(), orderOf('BH-8', 7)], {
      folder: server.folder,
      port: Number(new URL(server.url).port),
    })
    await station.ask('sync.retry', undefined)
    await until(() =>
      expect(station.latest('imports')).toMatchObject({
        waiting: [],
        refused: [{ kind: 'orders', orderNo: 'BH-8', code: 'order-exists' }],
      }),
    )
    const { refused } = await station.ask('imports.list', undefined)
    await station.ask('imports.dismiss', refused[0]?.id ?? '')
    expect(station.latest('imports')).toEqual({ waiting: [], refused: [] })
  })

  it('of ten thousand rows are read while scans are taken', async () => {
    const { station, choose } = await start()
    await station.ask('bench.open', 'BH-1')
    const [row = {}] = typedRows(orderOf('BH-8', 2))
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      ...row,
      orderNo: `BH-8-${Math.floor(index / 1000)}`,
      sku: `S-${index}`,
      barcode: '',
      sellerBarcode: `C-${index}`,
    }))
    const bytes = await asXlsx(orderSheet(rows))
    let slowest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      slowest = Math.max(slowest, performance.now() - last)
      last = performance.now()
    }, 5)
    const preview = await choose('orders.xlsx', bytes)
    await station.ask('imports.confirm', preview?.id ?? 0)
    clearInterval(beat)
    expect(preview).toMatchObject({ faultCount: 0, orders: { length: 10 } })
    expect(slowest).toBeLessThan(1000)
    await station.scan(mugCode)
    expect((await bench(station)).feedback?.outcome).toBe('accepted')
  }, 60_000)

  it('come to nothing when nobody chooses one, or it is none', async () => {
    const { station, chosen, choose } = await start()
    expect(await station.ask('imports.choose', 'orders')).toBeNull()
    chosen.open = 'not-there.xlsx'
    await expect(station.ask('imports.choose', 'orders')).rejects.toMatchObject({
      code: 'sheet-unreadable',
      details: { file: 'not-there.xlsx' },
    })
    await expect(choose('headings.csv', asCsv(orderSheet([])))).rejects.toMatchObject({
      code: 'sheet-empty',
    })
  })
})

describe('a packing list', () => {
  it('from a file becomes the planned cartons of its order, and keeps those whose marks are printed', async () => {
    const { station, choose } = await start()
    const list = (...rows: readonly (readonly (string | number)[])[]) =>
      choose('list.csv', asCsv(packingSheet(rows)), 'packing-list')
    const preview = await list(['BH-1', 1, 'MUG', 2], ['BH-1', 2, 'MUG', 1], ['BH-1', 2, 'CUP', 2])
    expect(preview).toMatchObject({ orders: [{ orderNo: 'BH-1', cartons: 2, units: 5, lines: 2 }] })
    await station.ask('imports.confirm', preview?.id ?? 0)
    await until(async () =>
      expect(await station.ask('printing.planned', 'BH-1')).toMatchObject([
        { cartonNo: 1, units: 2 },
        { cartonNo: 2, units: 3 },
      ]),
    )
    const print = { orderNo: 'BH-1', from: 1, to: 1 }
    await until(async () => {
      await station.ask('printing.printPlanned', print)
    })
    const changed = await list(['BH-1', 1, 'MUG', 3])
    expect(changed?.faults).toMatchObject([{ code: 'mark-printed', values: { cartonNo: 1 } }])
    const kept = await list(['BH-1', 1, 'MUG', 2], ['BH-1', 5, 'CUP', 1])
    expect(kept?.faults).toEqual([])
    await station.ask('imports.confirm', kept?.id ?? 0)
    await expect(station.ask('printing.printPlanned', print)).rejects.toMatchObject({
      code: 'planned-under-way',
    })
    await until(async () =>
      expect(await station.ask('printing.planned', 'BH-1')).toMatchObject([
        { cartonNo: 1, units: 2 },
        { cartonNo: 5, units: 1, code: null },
      ]),
    )
  })

  it('of what was packed is kept as a workbook and as text, with weights, sizes and totals', async () => {
    const { station, chosen, folder } = await start()
    await expect(
      station.ask('documents.packingList', { orderNo: 'BH-1', language: 'en' }),
    ).rejects.toMatchObject({ code: 'packing-list-empty' })
    await station.ask('bench.open', 'BH-1')
    const one = await packCarton(station, mugCode, mugCode, cupCode)
    const two = await packCarton(station, mugCode)
    expect(
      await station.ask('documents.packingList', { orderNo: 'BH-1', language: 'en' }),
    ).toBeNull()

    chosen.save = 'list.xlsx'
    const asked = { orderNo: 'BH-1', language: 'en' } as const
    expect(await station.ask('documents.packingList', asked)).toBe('list.xlsx')
    const { sheets } = await readXlsx(readFileSync(join(folder, 'list.xlsx')))
    const rows = sheets[0]?.rows ?? []
    expect(rows.map((row) => row.slice(1, 5))).toEqual([
      ['Carton no.', 'Carton code', 'SKU', 'FNSKU'],
      [1, one, 'MUG', null],
      [1, one, 'CUP', null],
      [2, two, 'MUG', null],
      [2, null, null, null],
    ])
    expect(rows.map((row) => row[7])).toEqual(['Quantity', 2, 1, 1, 4])
    const [, first, second, third, total] = rows.map((row) => Number(row[8]))
    expect(second).toBe(0)
    expect(total).toBeCloseTo((first ?? 0) + (third ?? 0), 6)
    expect(rows[1]?.[9]).toMatch(/^\d+(\.\d)?×\d+(\.\d)?×\d+(\.\d)?$/)

    chosen.save = 'list.csv'
    expect(await station.ask('documents.packingList', { ...asked, language: 'zh-CN' })).toBe(
      'list.csv',
    )
    const text = readFileSync(join(folder, 'list.csv'), 'utf8')
    const { data } = Papa.parse<readonly string[]>(text.slice(1), { skipEmptyLines: true })
    expect(data.map((row) => row.slice(0, 4))).toEqual([
      ['备货单号', '箱号', '箱唯一码', 'SKU'],
      ['BH-1', '1', one, 'MUG'],
      ['BH-1', '1', one, 'CUP'],
      ['BH-1', '2', two, 'MUG'],
      ['合计', '2', '', ''],
    ])
    expect(readdirSync(folder)).toEqual(['list.csv', 'list.xlsx'])
  })
})

it('templates are kept where a person says, and an unwritable place is named', async () => {
  const { station, chosen, folder } = await start()
  const asked = { kind: 'orders', language: 'zh-CN' } as const
  expect(await station.ask('documents.template', asked)).toBeNull()
  chosen.save = 'blank'
  expect(await station.ask('documents.template', asked)).toBe('blank.xlsx')
  expect(readFileSync(join(folder, 'blank.xlsx')).subarray(0, 2).toString()).toBe('PK')
  chosen.save = join('nowhere', 'blank.csv')
  await expect(station.ask('documents.template', asked)).rejects.toMatchObject({
    code: 'document-unwritable',
    details: { file: 'blank.csv' },
  })
})
