import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { zebraWell, zebraWithoutPaper } from '#tests/support/zebra-words.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { marksFrom } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'
import { storedPrintJobs } from './support/station-store.ts'

const orders = [wireOrder('BH-1', [[speaker, 24]])]

test('a printer that is switched off is named, and the same labels come out when it is back', async ({
  atWork,
}) => {
  const { pack, printer, station, words } = await atWork({ orders })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await pack.code()
  await printer.close()
  await pack.press('F8')
  await pack.place(null)

  await expect(pack.printState).toHaveAttribute('data-state', 'failed')
  await pack.expectStep('marking')
  await expect(station.page.getByText(words('marks.failed.title'))).toBeVisible()
  await expect(station.page.getByText(words('error.printer-unreachable'))).toBeVisible()
  await expect(
    station.page.getByRole('button', { name: words('device.printer') }),
  ).toHaveAccessibleName(new RegExp(words('deviceState.problem')))
  const stored = storedPrintJobs(station.home)

  const back = await startTcpPrinter({ kind: 'accept' }, printer.port)
  try {
    await pack.press('F6')
    await pack.expectStep('scan-back')
    const [front] = await marksFrom(back, 0)
    expect(front?.bars).toBe(code)
    // The bytes that were stored before are the ones that came out; nothing was made anew.
    expect(Buffer.from(front?.zpl ?? []).equals(Buffer.from(stored[0]?.bytes ?? []))).toBe(true)
    expect(storedPrintJobs(station.home).map(({ copy }) => copy)).toEqual([0, 0])
    await pack.scanFor(code, 'mark-confirmed')
    await pack.scanFor(code, 'carton-verified')
  } finally {
    await back.close()
  }
})

test('a printer without paper is named before it gets a label, and prints by itself when it has some', async ({
  atWork,
  printer,
}) => {
  printer.speak(() => zebraWithoutPaper)
  const { pack, station, words } = await atWork({ orders })
  const { page } = station
  await expect(page.getByRole('button', { name: words('device.printer') })).toHaveAccessibleName(
    new RegExp(words('deviceState.problem')),
  )
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await pack.code()
  await pack.press('F8')
  await pack.place(null)

  await expect(
    page.getByText(words('marks.loadMedia', { media: words('printers.media.100x150') })),
  ).toBeVisible()
  await expect(page.getByText(words('error.printer-paper-out'))).toBeVisible()
  await expect(page.getByText('(100x150)')).toBeVisible()
  await pack.expectStep('marking')
  expect(printer.connections()).toBe(0)

  printer.speak(() => zebraWell)
  await pack.expectStep('scan-back')
  expect(printer.connections()).toBe(2)
  expect(storedPrintJobs(station.home).map(({ copy }) => copy)).toEqual([0, 0])
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
})

test('a label that may or may not have come out is asked for, never sent again by itself', async ({
  atWork,
}) => {
  const { pack, printer, station, words } = await atWork({ orders })
  printer.behave({ kind: 'reset-after', bytes: 2_000 })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await pack.code()
  await pack.press('F8')
  await pack.place(null)

  await expect(pack.printState).toHaveAttribute('data-state', 'uncertain')
  await expect(station.page.getByText(words('marks.uncertain.title'))).toBeVisible()
  const sent = printer.connections()
  printer.behave({ kind: 'accept' })
  await pack.press('F6')
  await pack.expectStep('scan-back')
  const copies = printer.connections() - sent
  const marks = await marksFrom(printer, sent, copies)
  for (const mark of marks) expect(mark.bars).toBe(code)
  expect(storedPrintJobs(station.home).filter(({ copy }) => copy > 0)).toHaveLength(copies)
  await pack.scanFor(code, 'mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
})
