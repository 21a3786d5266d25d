import { openPtyPair } from '#tests/support/pty-pair.ts'
import { openIndicator } from '#tests/support/scale-indicator.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { askStation } from './support/ask-station.ts'
import { marksFrom } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode, whiteSpeaker } from './support/goods.ts'

const speakerCase = '16925000000019'

test('a whole order is packed with scans and the scale alone: no key, no mouse', async ({
  atWork,
  folder,
}) => {
  const scanner = await openPtyPair(folder, 'scanner')
  const scale = await openPtyPair(folder, 'scale')
  const indicator = openIndicator('yaohua-a9', scale)
  const sending = setInterval(() => void indicator.tick().catch(() => undefined), 50)
  const { pack, printer, server, station, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 12],
        [cable, 9],
      ]),
      wireOrder('BH-2', [[whiteSpeaker, 1]]),
    ],
    scanners: [{ id: 'hand', address: `serial:${scanner.path}?baud=115200` }],
    scale: { address: `serial:${scale.path}?baud=9600`, protocol: 'yaohua-a9' },
    operators: [
      { id: 'p1', name: '王敏', badge: 'EMP-0001' },
      { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
    ],
  })
  const { page } = station
  await page.evaluate(() => {
    for (const kind of ['keydown', 'pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(kind, () => document.body.setAttribute('data-touched', kind), {
        capture: true,
      })
    }
  })
  const scan = (text: string): Promise<void> => scanner.send(`${text}\r\n`)
  const expected = async (): Promise<number> => {
    const answer = await askStation(page, 'bench.snapshot', undefined)
    return answer.ok ? (answer.value.state.carton?.expected ?? 0) : 0
  }
  /** Both marks as they came out of the printer, scanned back by their QR. */
  const scanBack = async (printed: number): Promise<void> => {
    for (const [index, mark] of (await marksFrom(printer, printed)).entries()) {
      await scan(mark.qr)
      await pack.expectVerdict(index === 0 ? 'mark-confirmed' : 'carton-verified')
    }
  }

  await scan('EMP-0001')
  await expect(page.getByRole('heading', { name: words('orders.title') })).toBeVisible()
  await scan('BH-1')
  await expect(pack.progress).toHaveText('0/21')

  // The first carton: a case, a multiple, a slip that is taken back, and goods that do not belong.
  await scan('LS!BOX:C60-40-40')
  await scan(speakerCase)
  await pack.expectUnits(6)
  await scan('LS!X4')
  await scan(unitCode(cable))
  await pack.expectUnits(10)
  await scan(unitCode(cable))
  await pack.expectUnits(11)
  await scan('LS!UNDO')
  await pack.expectUnits(10)
  await scan(unitCode(whiteSpeaker))
  await pack.expectVerdict('not-in-order')
  await scan('LS!ACK')
  await scan('LS!DONE')
  await pack.expectStep('weighing')
  await scan('LS!BACK')
  await pack.expectStep('packing')
  await scan(unitCode(cable))
  await pack.expectUnits(11)
  await scan('LS!DONE')
  indicator.place(await expected())
  await pack.expectStep('scan-back')
  await scanBack(0)

  // The second one weighs more than it should: a supervisor looks, and confirms.
  await scan(speakerCase)
  for (const units of [7, 8, 9, 10]) {
    await scan(unitCode(cable))
    await pack.expectUnits(units)
  }
  await scan('LS!DONE')
  const heavier = (await expected()) + 700
  indicator.place(heavier)
  await expect(pack.scale).toHaveAttribute('data-grams', String(heavier))
  await expect(page.getByText(words('weigh.heavier', { kg: '0.70' })).first()).toBeVisible()
  await scan('LS!WEIGHT')
  await expect(page.getByText(words('outcome.supervisor-asked.title')).first()).toBeVisible()
  await scan('EMP-9001')
  await pack.expectStep('scan-back')
  await scanBack(2)
  await expect(pack.progress).toHaveText('21/21')

  await scan('LS!OUT')
  await expect(page.getByRole('heading', { name: words('signIn.title') })).toBeVisible()
  await expect(pack.pending).toHaveText('0')
  await expect
    .poll(async () => (await server.cartons()).map(({ weight_g }) => weight_g))
    .toContain(heavier)
  expect(await server.cartons()).toHaveLength(2)
  expect(await page.evaluate(() => document.body.getAttribute('data-touched'))).toBeNull()

  clearInterval(sending)
  await station.close()
  await scanner.unplug()
  await scale.unplug()
})
