import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawZpl, readByZbar } from '#tests/support/label-oracles.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { zebraWell } from '#tests/support/zebra-words.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

test('a printer is added by its address, proved by its ruler label, and prints the next marks', async ({
  atWork,
}) => {
  const { pack, station, printer, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
  })
  const { page } = station
  const added = await startTcpPrinter()
  try {
    await page.getByRole('button', { name: words('settings.title') }).click()
    await page.getByRole('button', { name: words('printers.open') }).click()
    const dialog = page.getByRole('dialog', { name: words('printers.title') })
    await dialog.getByRole('button', { name: words('printers.add') }).click()
    await dialog.getByRole('button', { name: words('ruler.print') }).click()
    await expect(dialog).toContainText(words('printers.fault.name'))

    await dialog.getByLabel(words('printers.name')).fill('斑马 2 号')
    await dialog.getByLabel(words('printers.address')).fill(added.address)
    await dialog.getByText(words('printers.language.tspl'), { exact: true }).click()
    await dialog.getByRole('button', { name: words('printers.detect') }).click()
    await expect(dialog).toContainText(words('printers.silent'))
    added.speak((query) => (query.startsWith('~HS') ? zebraWell : ''))
    await dialog.getByRole('button', { name: words('printers.detect') }).click()
    await expect(dialog).toContainText(
      words('printers.detected', { language: words('printers.language.zpl') }),
    )
    await dialog.getByLabel(words('printers.offsetX')).fill('4')
    await dialog.getByLabel(words('printers.darkness')).fill('15')
    await dialog.getByText(words('printers.forMarks')).click()
    await dialog.getByRole('button', { name: words('ruler.print') }).click()
    await expect(dialog).toContainText(words('ruler.scan'))
    await added.ended(1)
    for (const code of await readByZbar(await drawZpl(added.received[0] ?? new Uint8Array()))) {
      await pack.scan(code)
    }
    await expect(dialog).toContainText(words('ruler.proved'))

    await dialog.getByRole('button', { name: words('printers.save') }).click()
    await expect(dialog).toBeHidden()
    const settings = JSON.parse(readFileSync(join(station.home, 'settings.json'), 'utf8')) as {
      printers: readonly { name: string; offset?: object }[]
    }
    expect(settings.printers[1]).toMatchObject({ name: '斑马 2 号', offset: { x: 4, y: 0 } })

    // The station starts anew with its new printer, and says so to whoever scans meanwhile.
    await expect(async () => {
      await pack.scan('BH-1')
      await expect(pack.progress).toHaveText('0/24', { timeout: 1_000 })
    }).toPass()
    await pack.scanFor(unitCode(speaker), 'accepted')
    await finishCarton(pack)
    expect(added.connections()).toBe(3)
    expect(printer.connections()).toBe(0)
  } finally {
    await added.close()
  }
})
