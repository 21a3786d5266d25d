import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asXlsx, orderSheet, packingSheet, typedRows } from '#tests/support/order-sheets.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { answerFileDialogs } from './support/file-dialogs.ts'
import { finishCarton } from './support/finish-carton.ts'
import { test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'
import { importPanel } from './support/import-panel.ts'
import { createPictureBook } from './support/picture-book.ts'

const known = wireOrder('BH20261126-0009', [[speaker, 24]])
const bowl = wireSku('YH-BOWL', '6925000000116')
const plate = wireSku('YH-PLATE', '6925000000123')

test('pictures of importing a file', async ({ atWork, folder }) => {
  const { server, station, pack, words } = await atWork({ orders: [known] })
  const { page, electron } = station
  const shoot = createPictureBook(station)
  const panel = importPanel(page, words)
  await panel.open()
  await panel.dialog.waitFor()
  await shoot('90-import')

  const rows = [1, 2, 3].flatMap((no) =>
    typedRows(
      wireOrder(`BH20261128-000${no}`, [
        [bowl, 120],
        [plate, 48 * no],
      ]),
    ),
  )
  const file = join(folder, '一月备货.xlsx')
  const spoilt = rows.map((row, index) =>
    index === 0
      ? { ...row, barcode: '6925000000117', mode: '飞碟', weight: '0.4kg', postcode: '' }
      : index === 1
        ? { ...row, warehouse: 'US-NYC-09', sku: new Date('2026-03-04'), value: '1.005' }
        : { ...row, ...(index === 3 ? { quantity: '一百', nameZh: '盘子' } : {}) },
  )
  writeFileSync(file, await asXlsx(orderSheet(spoilt)))
  await answerFileDialogs(electron, { open: file })
  await panel.press('choose')
  await panel.faults.first().waitFor()
  await shoot('91-import-faults')

  writeFileSync(file, await asXlsx(orderSheet(rows)))
  await page
    .getByRole('dialog')
    .getByRole('button')
    .filter({ hasText: /换个文件|another file/ })
    .click()
  await page.getByRole('dialog').getByText('BH20261128-0003').waitFor()
  await shoot('92-import-good')

  await server.stop()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(导入|Import)$/ })
    .click()
  await page.getByText('BH20261128-0001').waitFor()
  await page
    .getByText(/离线|offline/)
    .first()
    .waitFor()
  await shoot('93-import-waiting')
  await server.start()
  await page.getByRole('list').getByText('BH20261128-0003').waitFor()

  await pack.scan('BH20261126-0009')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await finishCarton(pack)
  await page
    .getByRole('banner')
    .getByRole('button', { name: /关单|Close order/ })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /导出装箱单|Export packing list/ })
    .waitFor()
  await shoot('94-report-export')
})

test('pictures of an import that was refused, in the dark', async ({ atWork, folder }) => {
  const { server, station, words } = await atWork({ orders: [known] })
  const { page, electron } = station
  const shoot = createPictureBook(station)
  const panel = importPanel(page, words)
  const file = join(folder, 'orders.xlsx')
  writeFileSync(
    file,
    await asXlsx(orderSheet(typedRows(wireOrder('BH20261128-0001', [[bowl, 1]])))),
  )
  await answerFileDialogs(electron, { open: file })
  await server.stop()
  await panel.open()
  await panel.press('choose')
  await panel.press('confirm')
  const other = wireOrder('BH20261128-0001', [[bowl, 9]])
  writeFileSync(join(folder, 'server', 'BH20261128-0001.json'), JSON.stringify(other))
  await server.start()
  await page.getByRole('button', { name: words('imports.read') }).waitFor()
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await shoot('96-import-refused')
  writeFileSync(file, await asXlsx(orderSheet([{ orderNo: 'x' }, { sku: 'y', quantity: 1e9 }])))
  await page.getByRole('button', { name: /从文件导入|Import a file/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /选文件|Choose a file/ })
    .click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await shoot('97-import-dark')
})

test('pictures of a packing list that does not fit', async ({ atWork, folder }) => {
  const { station, words } = await atWork({ orders: [known] })
  const shoot = createPictureBook(station)
  const panel = importPanel(station.page, words)
  const file = join(folder, 'list.xlsx')
  writeFileSync(
    file,
    await asXlsx(
      packingSheet([
        [known.reference_no, 1, speaker.sku, 20],
        [known.reference_no, 2, speaker.sku, 20],
        [known.reference_no, 2, 'LX-NOT', 1],
        ['BH-404', 1, speaker.sku, 1],
      ]),
    ),
  )
  await answerFileDialogs(station.electron, { open: file })
  await panel.open()
  await panel.kind('packing-list')
  await panel.press('choose')
  await panel.faults.first().waitFor()
  await shoot('95-import-packing-list')
})
