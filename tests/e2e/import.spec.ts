import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { asCsv, asXlsx, orderSheet, packingSheet, typedRows } from '#tests/support/order-sheets.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { expectAccessible } from './support/accessibility.ts'
import { answerFileDialogs } from './support/file-dialogs.ts'
import { expectDelivered, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { unitCode } from './support/goods.ts'
import { importPanel } from './support/import-panel.ts'
import { orderReport } from './support/order-report.ts'
import { printQueuePanel } from './support/print-queue-panel.ts'

const bowl = wireSku('YH-BOWL', '6925000000116')
const plate = wireSku('YH-PLATE', '6925000000123', {
  hs_code: '6912.00',
  brand: 'NoName',
  image_url: 'https://example.com/plate.jpg',
  cargo_class: 'battery',
  battery: {
    un_code: 'UN3481',
    packing_instruction: 'PI967',
    watt_hours: 7.4,
    battery_config: 'built-in',
  },
})
const known = wireOrder('BH-1', [[bowl, 24]])
const fresh = wireOrder('BH-7', [
  [bowl, 2],
  [plate, 3],
])

test('a seller without ERP brings an order in a file: mended, imported, packed, and its packing list kept', async ({
  atWork,
  folder,
}) => {
  const { station, orders, pack, printer, server, words } = await atWork({ orders: [known] })
  const { page, electron } = station
  const panel = importPanel(page, words)
  const template = join(folder, 'template.xlsx')
  await answerFileDialogs(electron, { save: template })
  await panel.open()
  await panel.press('template')
  await expect(panel.dialog).toContainText(words('imports.kept', { file: 'template.xlsx' }))
  const { sheets } = await readXlsx(readFileSync(template))
  expect(sheets[0]?.rows[0]?.[0]).toBe('备货单号*')

  const file = join(folder, 'orders.xlsx')
  const [first = {}, second = {}] = typedRows(fresh)
  const wrong = [
    { ...first, quantity: '两件' },
    { ...second, origin: '中国', sku: '' },
  ]
  writeFileSync(file, await asXlsx(orderSheet(wrong)))
  await answerFileDialogs(electron, { open: file })
  await panel.press('choose')
  await expect(panel.faults).toHaveCount(3)
  await expect(panel.faults.nth(0)).toContainText(words('imports.place', { row: 2, column: 'C' }))
  await expect(panel.faults.nth(0)).toContainText(
    words('sheetFault.not-whole', { min: 1, max: 1_000_000 }),
  )
  await expectAccessible(page, 'import with faults')
  await expect(panel.faults.nth(2)).toContainText(words('sheetFault.country'))
  await expect(
    panel.dialog.getByRole('button', { name: words('imports.confirm'), exact: true }),
  ).toBeHidden()

  writeFileSync(file, await asXlsx(orderSheet([first, second])))
  await panel.press('chooseOther')
  await expect(panel.coming).toHaveCount(1)
  await expect(panel.coming).toContainText('BH-7')
  await expectAccessible(page, 'import that is good')
  await panel.press('confirm')
  await expect(panel.dialog).toBeHidden()

  await orders.expectOrder('BH-7')
  await orders.open('BH-7')
  await pack.scanFor(unitCode(bowl), 'accepted')
  const code = await sealCarton(pack)
  await proveMarks({ pack, printer })
  await expectDelivered(server, [code])

  const kept = join(folder, 'list.xlsx')
  await answerFileDialogs(electron, { save: kept })
  const report = orderReport(page, words, 'BH-7')
  await report.open()
  await report.dialog.getByRole('button', { name: words('report.export') }).click()
  await expect(report.dialog).toContainText(words('report.exported', { file: 'list.xlsx' }))
  const list = await readXlsx(readFileSync(kept))
  const [, carton, total] = list.sheets[0]?.rows ?? []
  expect(carton?.[0]).toBe('BH-7')
  expect(carton?.[2]).toBe(code)
  expect([carton?.[3], carton?.[7]]).toEqual([bowl.sku, 1])
  expect(total?.[7]).toBe(1)
  expect(await station.complaints()).toEqual([])
})

test('while the server is away an import waits in sight, and goes by itself', async ({
  atWork,
  folder,
}) => {
  const { station, server, orders, words } = await atWork({ orders: [known] })
  const { page, electron } = station
  const panel = importPanel(page, words)
  await server.stop()
  const file = join(folder, 'orders.csv')
  writeFileSync(file, asCsv(orderSheet(typedRows(fresh))))
  await answerFileDialogs(electron, { open: file })
  await panel.open()
  await panel.press('choose')
  await panel.press('confirm')
  const waiting = page.getByText(words('imports.waiting', { count: 1, names: 'BH-7' }))
  await expect(waiting).toBeVisible()
  await expectAccessible(page, 'import that waits')
  await expect(orders.row('BH-7')).toBeHidden()
  await server.start()
  await orders.expectOrder('BH-7')
  await expect(waiting).toBeHidden()
})

test('an import that the server refuses is told with the reason, until somebody has read it', async ({
  atWork,
  folder,
}) => {
  const { station, server, orders, words } = await atWork({ orders: [known] })
  const { page, electron } = station
  const panel = importPanel(page, words)
  await server.stop()
  const file = join(folder, 'orders.csv')
  writeFileSync(file, asCsv(orderSheet(typedRows(fresh))))
  await answerFileDialogs(electron, { open: file })
  await panel.open()
  await panel.press('choose')
  await panel.press('confirm')
  // Meanwhile another order has got the number.
  const other = wireOrder('BH-7', [[bowl, 9]])
  writeFileSync(join(folder, 'server', 'BH-7.json'), JSON.stringify(other))
  await server.start()
  const refused = page.getByText(words('serverCode.order-exists'))
  await expect(refused).toBeVisible()
  await expectAccessible(page, 'import that was refused')
  await page.getByRole('button', { name: words('imports.read') }).click()
  await expect(refused).toBeHidden()
  await orders.expectOrder('BH-7')
})

test('a packing list becomes the planned cartons of its order, and one that does not fit is told', async ({
  atWork,
  folder,
}) => {
  const { station, orders, words } = await atWork({ orders: [known], language: 'en' })
  const { page, electron } = station
  const panel = importPanel(page, words)
  const file = join(folder, 'list.csv')
  writeFileSync(file, asCsv(packingSheet([['BH-1', 1, bowl.sku, 25]])))
  await answerFileDialogs(electron, { open: file })
  await panel.open()
  await panel.kind('packing-list')
  await panel.press('choose')
  await expect(panel.faults).toContainText([
    words('sheetFault.over-planned', { ordered: 24, planned: 25 }),
  ])
  writeFileSync(
    file,
    asCsv(
      packingSheet([
        ['BH-1', 1, bowl.sku, 12],
        ['BH-1', 2, bowl.sku, 12],
      ]),
    ),
  )
  await panel.press('chooseOther')
  await panel.press('confirm')
  await orders.open('BH-1')
  const queue = printQueuePanel(page, words)
  await queue.open()
  await queue.press(words('printing.batch'))
  await expect(page.getByText(words('printing.batchText', { count: 2, done: 0 }))).toBeVisible()
})
