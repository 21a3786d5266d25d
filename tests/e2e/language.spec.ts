import { wireOrder } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode, whiteSpeaker } from './support/goods.ts'
import { wordsOf } from './support/words.ts'

const orders = [wireOrder('BH-1', [[speaker, 24]]), wireOrder('BH-2', [[whiteSpeaker, 5]])]

test('the language changes at any moment, refusals included, and is kept', async ({
  atWork,
  launch,
}) => {
  const { pack, station, words } = await atWork({ orders })
  const english = wordsOf('en')
  const { page } = station
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await expect(pack.feedback).toContainText(words('outcome.not-in-order.title'))
  await expect(pack.feedback).toContainText('便携蓝牙音箱 白色')

  await page.getByRole('button', { name: 'English' }).click()
  await expect(pack.feedback).toContainText(english('outcome.not-in-order.title'))
  await expect(pack.feedback).toContainText('Portable speaker white')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('toolbar')).toContainText(english('keys.acknowledge'))
  await pack.expectUnits(1)
  await station.close()

  const again = await launch()
  await expect(again.page.getByRole('toolbar')).toContainText(english('keys.acknowledge'))
  await again.page.getByRole('button', { name: '中文' }).click()
  await expect(again.page.getByRole('toolbar')).toContainText(words('keys.acknowledge'))
})
