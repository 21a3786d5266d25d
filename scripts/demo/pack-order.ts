import { expect } from '@playwright/test'
import type { Screens } from '#tests/e2e/support/bench-at-work.ts'
import type { TrainingTray } from '#tests/e2e/support/training-tray.ts'
import type { StepPictures } from './step-pictures.ts'

/** A small order of the training set: 12 + 12 lunch boxes and 20 pairs of chopsticks for Japan. */
export const demoOrder = { orderNo: 'BH20261125-0003', units: 44, cartons: 3 } as const

const blackBoxes = '6977798215401'
const blackCase = '16977798215408'
const whiteBoxes = '6977798230800'
const chopsticks = '6977798245316'
/** Goods of another order. */
const wrongGoods = '6958015625814'

/** What the packer works with. */
export interface Hands extends Screens {
  readonly tray: TrainingTray
  readonly pictures: StepPictures
}

/** 装完, the scale, the marks: until the next carton can begin. */
const finishCarton = async ({ pack, tray, pictures }: Hands, no: number): Promise<void> => {
  await pack.press('F8')
  await pack.expectStep('weighing')
  await pictures.take(`carton-${no}-weighing`, `F8 (done): carton ${no} waits for its weight`)
  await tray.placeCarton()
  await pack.expectStep('scan-back')
  await tray.look(1, 2 * no)
  await pictures.take(`carton-${no}-marks`, 'stable weight: sealed, both marks printed')
  await tray.scanLabel('qr')
  await pack.expectVerdict('mark-confirmed')
  await tray.look(2, 2 * no)
  await tray.scanLabel('code128')
  await pack.expectVerdict('carton-verified')
  await pictures.take(`carton-${no}-verified`, `both marks scanned back: carton ${no} is verified`)
}

/** Packs the whole order through the real screen, with a wrong scan and an undo on the way. */
export const packDemoOrder = async (hands: Hands): Promise<void> => {
  const { orders, pack, pictures } = hands
  await orders.expectOrder(demoOrder.orderNo)
  await pictures.take('orders', 'the station has pulled its training orders')
  await pack.scan(demoOrder.orderNo)
  await expect(pack.progress).toHaveText(`0/${demoOrder.units}`)
  await pictures.take('order-open', `scanned ${demoOrder.orderNo}: the order is open`)

  await pack.chooseBox(/40×30×30/)
  await pack.scanFor(blackBoxes, 'accepted')
  await pack.expectUnits(1)
  await pictures.take('accepted', 'scanned a unit: the first accepted scan begins carton 1')
  await pack.scanFor(wrongGoods, 'not-in-order')
  await pictures.take('refused', 'scanned goods of another order: refused and locked')
  await pack.scanFor('LS!ACK', 'idle')
  await pack.scanFor('LS!UNDO', 'undone')
  await pack.scanFor(blackCase, 'accepted')
  await pack.expectUnits(12)
  await pictures.take('case', 'acknowledged, undone, then a factory case of 12')
  await finishCarton(hands, 1)

  await pack.chooseTimes(12)
  await pack.scanFor(whiteBoxes, 'accepted')
  await pack.expectUnits(12)
  await pack.scanFor(whiteBoxes, 'line-complete')
  await pictures.take('line-complete', 'twelve at once by ×12; a thirteenth is one too many')
  await finishCarton(hands, 2)

  await pack.scan('LS!X20', chopsticks)
  await pack.expectUnits(20)
  await finishCarton(hands, 3)
  await expect(pack.progress).toHaveText(`${demoOrder.units}/${demoOrder.units}`)
  await expect(pack.pending).toHaveText('0')
}
