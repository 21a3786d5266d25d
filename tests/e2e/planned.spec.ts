import { type OrderText, wireOrder } from '#tests/support/wire-orders.ts'
import { marksFrom } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode } from './support/goods.ts'
import { printQueuePanel } from './support/print-queue-panel.ts'

const planned = (): OrderText => ({
  ...wireOrder('BH-1', [
    [speaker, 4],
    [cable, 3],
  ]),
  packing_mode: 'planned',
  planned_boxes: [
    {
      box_no: 1,
      box_details: [
        { sku: speaker.sku, quantity: 2 },
        { sku: cable.sku, quantity: 1 },
      ],
    },
    { box_no: 2, box_details: [{ sku: speaker.sku, quantity: 1 }] },
  ],
})

test('a packing list is packed by its marks: what it wants goes in and is not marked again, what it does not is asked about and gets a new mark', async ({
  atWork,
}) => {
  const { orders, pack, printer, server, station, words } = await atWork({ orders: [planned()] })
  await orders.expectOrder('BH-1')
  await pack.scan('BH-1')
  await pack.progress.waitFor()
  const queue = printQueuePanel(station.page, words)
  await queue.open()
  await queue.printPlanned(1, 2)
  await queue.expectCount('out', 4)
  await queue.close()
  const [front, , other] = await marksFrom(printer, 0, 4)
  if (front === undefined || other === undefined) throw new Error('no marks')

  // As planned: the marks on it are its marks.
  await pack.scanFor(unitCode(speaker), 'mark-expected')
  await pack.scanFor(front.qr, 'mark-planned')
  await expect(station.page.getByTestId('carton-code')).toHaveText(front.bars)
  await expect(pack.feedback).toContainText(words('verdict.takeBox', { box: 'C30-25-20' }))
  await pack.press('F2')
  const boxes = station.page.getByRole('dialog')
  await expect(boxes).toContainText(words('box.of.plan'))
  const small = boxes.getByRole('button', { name: '30×25×20' })
  await expect(small).toContainText(words('box.suggested'))
  await small.click()
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor('LS!DONE', 'plan-short')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.place(0)
  await pack.scan(unitCode(cable))
  await pack.expectStep('weighing')
  await pack.place(null)
  await pack.expectStep('scan-back')
  await pack.place(0)
  await pack.scanFor(other.qr, 'mark-other-carton')
  await pack.scan('LS!ACK')
  await pack.scanFor(front.qr, 'mark-confirmed')
  await pack.scanFor(front.bars, 'carton-verified')
  expect(printer.received).toHaveLength(4)

  // Another unit than planned: asked about, agreed to, marked anew.
  await pack.scanFor(other.bars, 'mark-planned')
  await pack.scanFor(unitCode(cable), 'not-in-plan')
  await pack.press('F6')
  await pack.expectUnits(1)
  await pack.scan(unitCode(speaker))
  await pack.expectStep('weighing')
  await pack.place(null)
  await pack.expectStep('scan-back')
  const anew = await marksFrom(printer, 4)
  await pack.scanFor(other.qr, 'mark-stale')
  await pack.scan('LS!ACK')
  for (const mark of anew) {
    expect(mark.bars).toBe(other.bars)
    await pack.scan(mark.qr)
  }
  await pack.expectVerdict('carton-verified')
  await expect
    .poll(async () =>
      (await server.cartons()).map(({ carton_code, status }) => [carton_code, status]),
    )
    .toEqual([
      [front.bars, 'verified'],
      [other.bars, 'verified'],
    ])
})
