import { drawZpl, readByZbar, readByZxing } from '#tests/support/label-oracles.ts'
import type { TcpPrinter } from '#tests/support/tcp-printer.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { expectDelivered, proveMarks } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode } from './support/goods.ts'

/** What scanners of two makes agree to read on the label that the printer got after the first `from`. */
const temporaryLabel = async (printer: TcpPrinter, from: number): Promise<string> => {
  await printer.ended(from + 1)
  const [zpl = new Uint8Array()] = printer.received.slice(from)
  const picture = await drawZpl(zpl)
  const read = await readByZxing(picture)
  expect(await readByZbar(picture)).toEqual(read)
  const [code, ...others] = new Set(read)
  expect(others).toEqual([])
  return code ?? ''
}

test('two orders take turns at one bench: each parked carton comes back by its label, and both end at the server', async ({
  atWork,
}) => {
  const { pack, printer, server, station } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 3]]), wireOrder('BH-2', [[cable, 1]])],
  })
  const parked = station.page.getByTestId('parked-cartons')
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const first = await pack.code()
  await pack.press('F7')
  await pack.expectVerdict('carton-parked')
  await expect(parked).toContainText('1')
  const label = await temporaryLabel(printer, 0)

  await pack.scan('BH-2')
  await pack.scanFor(unitCode(cable), 'accepted')
  const second = await pack.code()
  await pack.press('F8')
  await pack.place(null)
  await pack.expectStep('scan-back')
  // The other carton's temporary label stops nothing and proves nothing here.
  await pack.scanFor(label, 'refused')
  await proveMarks({ pack, printer }, 1)

  await pack.scanFor(label, 'carton-resumed')
  await expect(pack.cartonCode).toHaveText(first)
  await expect(parked).toBeHidden()
  await pack.scan(unitCode(speaker), unitCode(speaker))
  await pack.expectUnits(3)
  await pack.press('F8')
  await pack.place(0)
  await pack.place(null)
  await pack.expectStep('scan-back')
  await pack.scanFor(label, 'refused')
  await proveMarks({ pack, printer }, 3)
  await expectDelivered(server, [first, second])
})

test('three cartons wait for one scale and are weighed in another order, by scans alone', async ({
  atWork,
}) => {
  const { pack, printer, server, words, station } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 6]])],
    scale: { address: 'virtual', protocol: 'virtual', shared: true },
  })
  await pack.scan('BH-1')
  const labels: string[] = []
  for (const units of [1, 2, 3]) {
    for (let scanned = 0; scanned < units; scanned += 1) await pack.scan(unitCode(speaker))
    await pack.expectUnits(units)
    await pack.scanFor('LS!DONE', 'carton-queued')
    labels.push(await temporaryLabel(printer, labels.length))
  }
  await pack.scan('BH-1')
  await expect(station.page.getByText(words('parkedLeft.title', { count: 3 }))).toBeVisible()

  let printed = labels.length
  for (const label of labels.toReversed()) {
    await pack.scanFor(label, 'carton-resumed')
    await pack.place(null)
    await pack.expectStep('scan-back')
    await proveMarks({ pack, printer }, printed)
    await pack.place(0)
    printed += 2
  }
  await expect(station.page.getByText(words('orderComplete.title'))).toBeVisible()
  await expect
    .poll(async () => (await server.cartons()).map(({ status }) => status))
    .toEqual(['verified', 'verified', 'verified'])
})

test('cartons like the last one are packed without a scan of goods, and each is weighed and marked', async ({
  atWork,
}) => {
  const { pack, printer, server } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 3],
        [cable, 6],
      ]),
    ],
  })
  await pack.scan('BH-1')
  await pack.scan(unitCode(speaker), unitCode(cable), unitCode(cable))
  await pack.expectUnits(3)
  for (const printed of [0, 2, 4]) {
    if (printed > 0) {
      await pack.press('F5')
      await pack.expectVerdict('repeated')
      await pack.expectUnits(3)
    }
    await pack.press('F8')
    await pack.place(null)
    await pack.expectStep('scan-back')
    await proveMarks({ pack, printer }, printed)
    await pack.place(0)
  }
  await expect(pack.progress).toHaveText('9/9')
  await expect
    .poll(async () => (await server.cartons()).map(({ status }) => status))
    .toEqual(['verified', 'verified', 'verified'])
})
