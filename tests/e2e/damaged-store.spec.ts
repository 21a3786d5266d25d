import { join } from 'node:path'
import { damagedStores, spoilPage } from '#tests/support/damage.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { cable } from './support/goods.ts'
import { storedCartons } from './support/station-store.ts'
import { wordsOf } from './support/words.ts'

test('a damaged store offers its backup, and one press brings the station back', async ({
  atWork,
  launch,
}, testInfo) => {
  const words = wordsOf('zh-CN')
  const { station } = await atWork({ orders: [wireOrder('BH-1', [[cable, 12]])] })
  await station.close()
  spoilPage(join(station.home, 'station.db'), 3)

  const again = await launch()
  const restore = again.page.getByRole('button', { name: words('restore.button') })
  await expect(restore).toBeVisible()
  await expect(again.page.getByText(words('start.failed'))).toBeVisible()
  await again.page.screenshot({ path: testInfo.outputPath('damaged-store.png') })
  await restore.click()
  await expect(again.page.getByText('BH-1')).toBeVisible()
  await expect(restore).toBeHidden()
  expect(damagedStores(again.home)).toHaveLength(1)
  expect(storedCartons(again.home)).toEqual([])
})
