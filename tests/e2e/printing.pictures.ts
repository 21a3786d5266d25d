import { zebraWell, zebraWithoutPaper } from '#tests/support/zebra-words.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'
import { createPictureBook } from './support/picture-book.ts'
import { printQueuePanel } from './support/print-queue-panel.ts'
import { trainingOrders } from './support/training-orders.ts'

// Pictures of printers and of what they print, taken with those of the screens.

test('pictures of setting up printers', async ({ atWork }) => {
  const { pack, station, printer, words } = await atWork({
    orders: [wireOrder('BH20261126-0009', [[speaker, 24]])],
  })
  const { page } = station
  const shoot = createPictureBook(station)
  await page.getByRole('button', { name: words('settings.title') }).click()
  await shoot('82-settings')
  await page.getByRole('button', { name: words('printers.open') }).click()
  await page.getByRole('dialog', { name: words('printers.title') }).waitFor()
  await page.getByRole('button', { name: words('ruler.print') }).click()
  await printer.ended(1)
  await page.getByText(words('ruler.scan')).waitFor()
  await pack.scan('LSR:TL')
  await pack.scan('LSR:BR')
  await pack.scan('LSR:N3')
  await shoot('83-printers')
})

test('pictures of a printer without paper', async ({ atWork, printer }) => {
  printer.speak(() => zebraWell)
  const { cartons, pack, station, words } = await atWork({
    orders: [wireOrder('BH20261126-0009', [[speaker, 24]])],
  })
  const { page } = station
  const shoot = createPictureBook(station)
  const queue = printQueuePanel(page, words)
  const dark = (theme: 'dark' | 'light'): Promise<void> =>
    page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
  await pack.scan('BH20261126-0009')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await cartons
    .row(code)
    .getByRole('button', { name: words('cartons.copy') })
    .click()
  await page.getByRole('dialog').getByRole('img').first().waitFor()
  await shoot('90-copy-preview')
  await dark('dark')
  await shoot('91-dark-copy-preview')
  await dark('light')
  await pack.press('Escape')
  printer.speak(() => zebraWithoutPaper)
  await page
    .getByRole('button', { name: `${words('device.printer')} · ${words('deviceState.problem')}` })
    .waitFor()
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.press('F8')
  await pack.place(null)
  await page.getByText(words('error.printer-paper-out')).first().waitFor()
  await shoot('92-paper-out')
  await queue.open()
  await queue.show('waiting')
  await shoot('93-paper-out-queue')
  await dark('dark')
  await shoot('94-dark-paper-out-queue')
  await queue.close()
  await shoot('95-dark-paper-out')
  await page.getByRole('button', { name: words('settings.title') }).click()
  await page.getByRole('button', { name: words('printers.open') }).click()
  await page.getByRole('dialog', { name: words('printers.title') }).waitFor()
  await shoot('96-dark-printers')
})

test('pictures of the print queue', async ({ atWork }) => {
  const { cartons, pack, printer, station, words } = await atWork({ orders: trainingOrders() })
  const { page } = station
  const shoot = createPictureBook(station)
  const queue = printQueuePanel(page, words)
  await pack.scan('BH20261127-0011')
  await pack.progress.waitFor()
  await queue.open()
  await shoot('70-print-queue-empty')
  await queue.press(words('printing.batch'))
  await page.getByLabel(words('printing.batchFrom')).waitFor()
  await shoot('71-print-batch')
  printer.behave({ kind: 'reset-after', bytes: 1 })
  await queue.press(words('printing.batchConfirm'))
  await queue.question.waitFor()
  await shoot('72-print-queue-stopped')
  printer.behave({ kind: 'accept' })
  await queue.press(words('printing.askAgain'))
  await queue.press(words('printing.resume'))
  await queue.expectCount('waiting', 0)
  await shoot('73-print-queue-done')
  await queue.press(words('printing.hold'))
  await shoot('74-print-queue-hold')
  await page.getByRole('radio', { name: words('printing.holdPaper') }).click()
  await queue.press(words('printing.holdConfirm'))
  await queue.dialog.getByText(words('printing.held'), { exact: true }).waitFor()
  await queue.close()
  // Its marks were printed ahead: goods come into a carton without one only as loose ones.
  await pack.press('F4')
  await pack.scanFor('6971342763356', 'accepted')
  await pack.press('F8')
  await pack.place(null)
  await page.getByText(words('marks.held.title'), { exact: true }).first().waitFor()
  await shoot('75-marks-held')
  await queue.open()
  await queue.show('waiting')
  await shoot('76-print-queue-held')
  await queue.press(words('printing.resume'))
  await queue.close()
  await pack.expectStep('scan-back')
  const code = await pack.code()
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await cartons
    .row(code)
    .getByRole('button', { name: words('cartons.ledger') })
    .click()
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
  await shoot('77-label-ledger')
})
