import { drawZpl, readByZbar, readByZxing } from '#tests/support/label-oracles.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { expectDelivered, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { labelled, unitCode } from './support/goods.ts'

test('units without their label are labelled at the bench, one by one and several at once, and packed by it', async ({
  atWork,
}) => {
  const unitPrinter = await startTcpPrinter()
  const { pack, printer, server, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[labelled, 3]])],
    unitPrinter: unitPrinter.address,
  })
  /** What scanners of two makes read on the labels of the second printer. */
  const read = async (from: number, count: number): Promise<readonly string[]> => {
    await unitPrinter.ended(from + count)
    const labels = unitPrinter.received.slice(from, from + count)
    return Promise.all(
      labels.map(async (zpl) => {
        const picture = await drawZpl(zpl)
        const codes = await readByZxing(picture)
        expect(await readByZbar(picture)).toEqual(codes)
        return codes.join(' ')
      }),
    )
  }
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(labelled), 'needs-unit-label')
  await pack.scan('LS!LABEL')
  const [first = ''] = await read(0, 1)
  await pack.scanFor(first, 'accepted')
  await pack.expectUnits(1)

  await pack.scanFor(unitCode(labelled), 'needs-unit-label')
  await pack.press('F6')
  const dialog = station.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('2')
  await dialog.getByRole('button', { name: words('unitLabels.confirm'), exact: true }).click()
  const others = await read(1, 2)
  expect(others).toEqual([first, first])
  await pack.scan(...others)
  await pack.expectUnits(3)
  expect(printer.received).toEqual([])
  const code = await sealCarton(pack)
  await proveMarks({ pack, printer })
  await expectDelivered(server, [code])
  await unitPrinter.close()
})
