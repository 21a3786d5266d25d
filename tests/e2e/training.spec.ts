import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readByZxing } from '#tests/support/label-oracles.ts'
import { screensOf } from './support/bench-at-work.ts'
import { expect, test } from './support/fixtures.ts'
import { trainingTray } from './support/training-tray.ts'

test('a station without settings trains: a whole carton by the tray, its scale and its printer', async ({
  launch,
}) => {
  const station = await launch()
  const { page } = station
  const { pack, orders, words } = await screensOf(station, 'zh-CN')
  const { tray, label, ...hands } = trainingTray(page, words)
  await expect(page.getByText(words('training.badge'))).toBeVisible()
  await orders.expectOrder('BH20261123-0047')
  await expect(orders.list.getByRole('listitem')).toHaveCount(13)

  await hands.scanOrder('BH20261123-0047')
  await expect(page.getByRole('heading', { name: 'BH20261123-0047' })).toBeVisible()
  await hands.scanGoods('YH-MUG-BK')
  await pack.expectVerdict('accepted')
  await pack.expectUnits(1)
  await tray.getByRole('button', { name: words('training.unknown') }).click()
  await pack.expectVerdict('unknown-code')
  await hands.command(words('keys.acknowledge'))
  await pack.expectVerdict('idle')
  await hands.command(words('keys.done'))
  await pack.expectStep('weighing')
  await hands.placeCarton()
  await pack.expectStep('scan-back')

  // The picture is what the virtual printer made of the bytes: another program reads the carton on it.
  const code = await pack.code()
  await hands.look(2, 2)
  const source = (await label.getAttribute('src')) ?? ''
  const picture = Buffer.from(source.replace('data:image/png;base64,', ''), 'base64')
  const symbols = await readByZxing(picture)
  expect(symbols).toHaveLength(2)
  for (const symbol of symbols) expect(symbol).toContain(code)

  await hands.scanLabel('qr')
  await pack.expectVerdict('mark-confirmed')
  await hands.scanLabel('code128')
  await pack.expectVerdict('carton-verified')
  await expect(pack.pending).toHaveText('0')
  // It trains without anybody having set anything, and sets nothing itself.
  expect(existsSync(join(station.home, 'settings.json'))).toBe(false)
  expect(await station.complaints()).toEqual([])
})
