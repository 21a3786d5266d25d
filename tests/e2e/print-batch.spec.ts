import type { Page } from '@playwright/test'
import { drawZpl, readByZxing } from '#tests/support/label-oracles.ts'
import { zebraWell, zebraWithoutPaper } from '#tests/support/zebra-words.ts'
import { type OrderText, wireOrder } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker } from './support/goods.ts'
import { printQueuePanel } from './support/print-queue-panel.ts'

// Two marks a carton: a batch of forty.
const cartons = 20

const planned = (): OrderText => ({
  ...wireOrder('BH-1', [[speaker, cartons]]),
  packing_mode: 'planned',
  planned_boxes: Array.from({ length: cartons }, (_, index) => ({
    box_no: index + 1,
    box_details: [{ sku: speaker.sku, quantity: 1 }],
  })),
})

/** Draws and reads one label after the other: bars and QR of each. */
const readAll = async (
  labels: readonly Uint8Array[],
): Promise<readonly { readonly bars: string; readonly qr: string }[]> => {
  const marks = []
  for (const zpl of labels) {
    const texts = await readByZxing(await drawZpl(zpl))
    const bars = texts.find((text) => !text.startsWith('LSC1;')) ?? ''
    const qr = texts.find((text) => text.startsWith('LSC1;')) ?? ''
    expect(qr).toContain(`;C=${bars};`)
    marks.push({ bars, qr })
  }
  return marks
}

/** Counts every sound the page begins from now on. */
const countSounds = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const host = globalThis as unknown as { soundsHeard: number }
    host.soundsHeard = 0
    const begin = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, 'start')
      ?.value as (this: AudioScheduledSourceNode, when?: number) => void
    AudioScheduledSourceNode.prototype.start = function start(when?: number): void {
      host.soundsHeard += 1
      begin.call(this, when)
    }
    OscillatorNode.prototype.start = AudioScheduledSourceNode.prototype.start
  })

const soundsHeard = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { soundsHeard: number }).soundsHeard)

test('paper runs out inside a batch of forty marks: the packer is told, reloads, goes on, and none is missing or there twice', async ({
  atWork,
}) => {
  test.setTimeout(180_000)
  const { orders, pack, printer, station, words } = await atWork({ orders: [planned()] })
  const { page } = station
  const queue = printQueuePanel(page, words)
  await orders.expectOrder('BH-1')
  await pack.scan('BH-1')
  await pack.progress.waitFor()
  await countSounds(page)

  printer.behave({ kind: 'paper-out', after: 16, bytes: 4_000 })
  printer.speak(() => (printer.connections() < 17 ? zebraWell : zebraWithoutPaper))
  await queue.open()
  await queue.printPlanned(1, cartons)
  // The seventeenth label begins and then nothing moves any more, until the station gives it up.
  await expect(queue.dialog.getByText(words('printing.state.uncertain'))).toBeVisible({
    timeout: 60_000,
  })
  await queue.expectCount('out', 16)
  await queue.expectCount('hand', 1)
  await queue.expectCount('waiting', 23)
  await expect(queue.dialog.getByText(words('printing.heldDo'))).toBeVisible()
  await expect(queue.dialog.getByText(words('error.printer-paper-out'))).toBeVisible()
  await expect(queue.lamp).toHaveAccessibleName(new RegExp(words('printing.held')))
  await expect(queue.question).toContainText(
    words('printing.askTitle', { no: 9, label: words('printing.front') }),
  )
  await expect.poll(() => soundsHeard(page)).toBeGreaterThan(0)
  // Nothing goes on by itself.
  expect(printer.connections()).toBe(17)

  // A new roll is in; the label in question had not come out.
  printer.behave({ kind: 'accept' })
  printer.speak(() => zebraWell)
  await queue.press(words('printing.askAgain'))
  await queue.expectCount('waiting', 24)
  await queue.press(words('printing.resume'))
  await queue.expectCount('waiting', 0)
  // The label that was lost stays on record beside the forty.
  await queue.expectCount('out', 41)
  await queue.expectCount('hand', 0)
  await expect(queue.question).toBeHidden()
  // The connection that ran out of paper never ends on the printer's side.
  await printer.ended(40)

  const whole = printer.received.filter((_, index) => index !== 16)
  expect(whole).toHaveLength(40)
  expect(new Set(whole.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(40)
  const marks = await readAll(whole)
  const byCarton = Map.groupBy(marks, ({ qr }) => Number(/;N=(\d+);R=0;/.exec(qr)?.[1]))
  expect([...byCarton.keys()].toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: cartons }, (_, index) => index + 1),
  )
  for (const set of byCarton.values()) {
    expect(set).toHaveLength(2)
    expect(new Set(set.map(({ bars }) => bars)).size).toBe(1)
  }
  expect(new Set(marks.map(({ bars }) => bars)).size).toBe(cartons)
  expect(await station.complaints()).toEqual([])
})

test('a label that did come out is proved by its scan, and the batch goes on without another', async ({
  atWork,
}) => {
  const { pack, printer, station, words } = await atWork({ orders: [planned()] })
  const queue = printQueuePanel(station.page, words)
  await pack.scan('BH-1')
  await pack.progress.waitFor()
  printer.behave({ kind: 'reset-after', bytes: 1 })
  await queue.open()
  await queue.printPlanned(1, 2)
  await queue.expectCount('hand', 1)
  await queue.expectCount('waiting', 3)
  printer.behave({ kind: 'accept' })
  const code = await queue.dialog
    .getByText(/^LS\d{10}[0-9A-Z]$/)
    .first()
    .innerText()
  // A scan closes the queue, so that its answer is seen.
  await pack.scanFor(code, 'mark-planned')
  await expect(queue.dialog).toBeHidden()
  await queue.open()
  await expect(queue.question).toBeHidden()
  await queue.press(words('printing.resume'))
  await queue.expectCount('out', 4)
  expect(printer.connections()).toBe(4)
})

test('what waits is taken back with a reason and never prints', async ({ atWork }) => {
  const { pack, printer, station, words } = await atWork({ orders: [planned()] })
  const queue = printQueuePanel(station.page, words)
  await pack.scan('BH-1')
  await pack.progress.waitFor()
  await queue.open()
  await queue.press(words('printing.hold'))
  await station.page.getByRole('radio', { name: words('printing.holdPaper') }).click()
  await queue.press(words('printing.holdConfirm'))
  await expect(queue.dialog.getByText(words('printing.held'), { exact: true })).toBeVisible()
  await queue.printPlanned(1, 3)
  await queue.expectCount('waiting', 6)
  await queue.press(words('printing.withdrawAll', { count: 6 }))
  await station.page.getByRole('radio', { name: words('printing.withdrawWrongRange') }).click()
  await queue.press(words('printing.withdrawConfirm'))
  await queue.expectCount('withdrawn', 6)
  await queue.press(words('printing.resume'))
  await expect(queue.dialog.getByText(words('printing.free'), { exact: true })).toBeVisible()
  expect(printer.connections()).toBe(0)
  await queue.printPlanned(1, 1)
  await queue.expectCount('out', 2)
})
