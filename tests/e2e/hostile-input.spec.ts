import type { WedgeKey } from '#shared/domain/wedge.ts'
import { scannerKeys } from '#tests/support/wedge-keys.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'

/** In the page itself: ten thousand keys through the debugger would take longer than all the rest. @returns milliseconds */
const typeInPage = (keys: readonly WedgeKey[]): number => {
  const from = performance.now()
  for (const { code, key } of keys) {
    for (const type of ['keydown', 'keyup']) {
      window.dispatchEvent(new KeyboardEvent(type, { code, key, bubbles: true, cancelable: true }))
    }
  }
  return performance.now() - from
}

const orders = [wireOrder('BH-1', [[speaker, 12]])]

test('a scan of ten thousand characters is refused, and the next one is taken', async ({
  atWork,
}) => {
  const { pack, station } = await atWork({ orders })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const keys = scannerKeys('6925000000012'.repeat(770))
  const ms = await station.page.evaluate(typeInPage, keys)
  expect(keys).toHaveLength(10_011)
  expect(ms).toBeLessThan(2_000)
  await pack.expectVerdict('unknown-code')
  await pack.expectUnits(1)
  await pack.scanFor('LS!ACK', 'idle')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(2)
  expect(await station.complaints()).toEqual([])
})

test('no key reloads the page, and a page that was reloaded all the same goes on where the packer stood', async ({
  atWork,
}) => {
  const { pack, station } = await atWork({ orders })
  const { page } = station
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const loads: string[] = []
  page.on('load', () => loads.push(page.url()))
  for (const keys of [
    'Control+r',
    'Control+Shift+R',
    'F5',
    'Control+F5',
    'Control+Shift+I',
    'F12',
  ]) {
    await page.keyboard.press(keys)
  }
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(2)
  expect(loads).toEqual([])
  const menus = await station.electron.evaluate(({ BrowserWindow, webContents }) => ({
    windows: BrowserWindow.getAllWindows().map((window) => window.isMenuBarVisible()),
    devTools: webContents.getAllWebContents().map((contents) => contents.isDevToolsOpened()),
  }))
  expect(menus.devTools).toEqual([false])

  await page.reload()
  await pack.expectUnits(2)
  await expect(pack.progress).toHaveText('2/12')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(3)
  await finishCarton(pack)
})
