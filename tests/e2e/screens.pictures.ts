import { screensOf } from './support/bench-at-work.ts'
import { finishCarton } from './support/finish-carton.ts'
import { test } from './support/fixtures.ts'
import { createPictureBook } from './support/picture-book.ts'
import { trainingOrders } from './support/training-orders.ts'
import { trainingTray } from './support/training-tray.ts'

// Pictures for people to look at; they prove nothing by themselves. Taken by
// `npm run test:e2e -- --config tests/e2e/pictures.config.ts` into out/screenshots.

const mug = 'X00Z72UJT7'
const mugWithoutLabel = '6971342788649'
const mugCase = '16971342788646'
const towel = '6971342777582'
const blender = '6973892996727'

test('pictures of the bench at work', async ({ atWork }) => {
  const { pack, cartons, orders, sync, server, station, printer, words } = await atWork({
    orders: trainingOrders(),
  })
  const { page } = station
  const shoot = createPictureBook(station)
  const dialogShot = async (key: string, name: string): Promise<void> => {
    await pack.press(key)
    await page.getByRole('dialog').waitFor()
    await shoot(name)
    await pack.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await shoot('01-orders')
  await pack.scanFor(towel, 'no-order')
  await shoot('02-orders-no-order-open')
  await pack.scan('BH20261123-0047')
  await pack.progress.waitFor()
  await shoot('03-pack-begin')
  await dialogShot('F2', '04-box-type')
  await pack.scanFor(mug, 'accepted')
  await pack.scan('LS!X5', towel)
  await pack.expectUnits(6)
  await shoot('05-accepted')
  await dialogShot('F3', '06-times')
  await pack.scanFor(blender, 'not-in-order')
  await shoot('07-not-in-order')
  await pack.press('F9')
  await shoot('08-acknowledged')
  await pack.scanFor('4006381333931', 'unknown-code')
  await shoot('09-unknown-code')
  await pack.press('F9')
  await pack.scanFor(mugWithoutLabel, 'needs-unit-label')
  await shoot('09-needs-unit-label')
  await pack.press('F9')
  await pack.scanFor(mugCase, 'line-complete')
  await shoot('10-case-too-large')
  await pack.press('F8')
  await pack.expectStep('weighing')
  await shoot('11-weighing-empty')
  await dialogShot('F3', '12-type-weight')
  await pack.place(31_200)
  await page.getByRole('list', { name: words('weigh.takeOut') }).waitFor()
  await shoot('13-too-heavy')
  await pack.place(4_000)
  await page.getByText(words('weigh.lighter', { kg: '0.18' })).waitFor()
  await shoot('14-deviates')
  await dialogShot('F8', '15-accept-weight')
  printer.behave({ kind: 'reset-after', bytes: 2_000 })
  await pack.place(null)
  await page.getByText(words('marks.uncertain.title')).waitFor()
  await shoot('16-uncertain')
  printer.behave({ kind: 'accept' })
  await pack.press('F6')
  await pack.expectStep('scan-back')
  await shoot('17-scan-back')
  const code = await pack.code()
  await pack.scanFor(code, 'mark-confirmed')
  await shoot('18-mark-confirmed')
  await pack.scanFor(code, 'carton-verified')
  await shoot('19-carton-complete')
  await pack.scan('LS!X5', towel)
  await pack.expectUnits(5)
  await finishCarton(pack)
  await cartons.show()
  await cartons.row(code).getByRole('button', { name: code }).click()
  await shoot('20-cartons')
  await cartons
    .row(code)
    .getByRole('button', { name: words('cartons.reopen') })
    .click()
  await shoot('21-reopen-question')
  await pack.press('Escape')
  await printer.close()
  await pack.scanFor(mug, 'accepted')
  await pack.press('F8')
  await pack.place(null)
  await page.getByText(words('marks.failed.title')).waitFor()
  await shoot('22-printer-failed')
  await server.stop()
  await sync.click()
  await page.getByRole('button', { name: words('sync.retry') }).click()
  await page.getByText(words('error.server-unreachable')).waitFor()
  await shoot('23-offline')
  await pack.press('Escape')
  await page.getByRole('button', { name: words('settings.title') }).click()
  await shoot('24-settings')
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await pack.press('Escape')
  await shoot('25-dark')
  await orders.heading.waitFor({ state: 'hidden' })
})

test('pictures of training', async ({ launch }) => {
  const station = await launch()
  const { pack, orders, words } = await screensOf(station, 'zh-CN')
  const hands = trainingTray(station.page, words)
  const shoot = createPictureBook(station)
  await orders.expectOrder('BH20261125-0003')
  await shoot('30-training-orders')
  await hands.scanOrder('BH20261125-0003')
  await hands.scanCase(12)
  await pack.expectUnits(12)
  await shoot('31-training-accepted')
  await hands.command(words('keys.done'))
  await pack.expectStep('weighing')
  await shoot('32-training-weighing')
  await hands.placeCarton()
  await pack.expectStep('scan-back')
  await hands.look(1, 2)
  await shoot('33-training-scan-back')
  await hands.scanLabel('qr')
  await pack.expectVerdict('mark-confirmed')
  await hands.scanLabel('qr')
  await pack.expectVerdict('carton-verified')
  for (const [sku, times, units] of [
    ['QH-BENT-WH', 2, 10],
    ['QH-CHOP', 2, 10],
  ] as const) {
    for (let press = 0; press < times; press += 1) {
      await hands.command(`×${units}`)
      await hands.scanGoods(sku)
    }
  }
  await hands.scanGoods('QH-BENT-WH')
  await shoot('34-training-line')
})
