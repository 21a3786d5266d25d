import { openPtyPair } from '#tests/support/pty-pair.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import type { BenchAtWork } from './support/bench-at-work.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { storedScans } from './support/station-store.ts'
import { plugInX11Keys } from './support/x11-keys.ts'

// Light, so that two hundred of them are no heavy carton.
const strap = wireSku('LX-STRAP', '6925000000098', { unit_weight_g: 12 })
const cap = wireSku('LX-CAP', 'X00LXCAP01', { unit_weight_g: 9 })
/** One for each try: a busy machine types too slowly for a scanner now and then. */
const orderNos = ['BH-20261126', 'BH-20261127', 'BH-20261128', 'BH-20261129', 'BH-20261130']
const orders = orderNos.map((orderNo) =>
  wireOrder(orderNo, [
    [strap, 400],
    [cap, 400],
  ]),
)
const [strapCode, capCode] = ['6925000000098', 'X00LXCAP01']
/** Two hundred scans of which each third is another article: a swap or a loss shows. */
const burst = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? capCode : strapCode))
/** As slow as a wedge may be set: a busy machine stretches what xdotool types. */
const wedge = { id: 'wedge', address: 'wedge', gapMs: 120 }

const tooBusy = 'this machine is too busy to type as a scanner does'

/** Packs the orders one after another until the keys of one try came at a scanner's pace; only that try proves anything. */
const atScannersPace = async (
  { pack, station }: BenchAtWork,
  deed: () => Promise<boolean>,
): Promise<void> => {
  for (const orderNo of orderNos) {
    await pack.scan(orderNo)
    await expect(pack.progress).toHaveText('0/800')
    const before = storedScans(station.home).length
    if (await deed()) {
      await pack.expectUnits(200)
      await expect(pack.progress).toHaveText('200/800')
      expect(storedScans(station.home).slice(before)).toEqual(burst)
      return
    }
    // What is left of the burst may lock it again.
    await expect(async () => {
      await pack.scan('LS!ACK', 'LS!PARK')
      await expect(pack.feedback).toHaveAttribute('data-verdict', 'carton-parked', {
        timeout: 1_000,
      })
    }).toPass()
  }
  throw new Error(tooBusy)
}

test('200 scans of a keyboard wedge in one burst are all counted, in their order', async ({
  atWork,
}) => {
  test.slow()
  const bench = await atWork({ orders, scanners: [wedge] })
  const keys = await plugInX11Keys(bench.station)
  await atScannersPace(bench, () => keys.scan(burst))
})

test('200 scans are counted with Caps Lock on, and while a field of a question has the focus', async ({
  atWork,
}) => {
  test.slow()
  const bench = await atWork({ orders, scanners: [wedge] })
  const { pack, station, words } = bench
  const keys = await plugInX11Keys(station)
  await atScannersPace(bench, async () => {
    await keys.press('Caps_Lock')
    const isFirstWhole = await keys.scan(burst.slice(0, 100))
    if (isFirstWhole) {
      await pack.expectUnits(100)
      await pack.press('F3')
      const times = station.page.getByRole('textbox', { name: words('times.label') })
      await expect(times).toBeFocused()
    }
    const isWhole = isFirstWhole && (await keys.scan(burst.slice(100)))
    await keys.press('Caps_Lock')
    return isWhole
  })
})

test('what a hand types between bursts stands in its field unharmed, and every scan is judged', async ({
  atWork,
}) => {
  test.slow()
  const { orders: list, station } = await atWork({ orders, scanners: [wedge] })
  const keys = await plugInX11Keys(station)
  /** No order is open: each scan is answered with that. @returns whether it proves anything, as above */
  const isBurstWhole = async (texts: readonly string[], typed: string): Promise<boolean> => {
    await list.search.fill(typed)
    await list.search.focus()
    const before = storedScans(station.home).length
    if (!(await keys.scan(texts))) return false
    await expect.poll(() => storedScans(station.home).slice(before)).toEqual(texts)
    await expect(list.search).toHaveValue(typed)
    return true
  }
  let typed = ''
  for (const [index, part] of ['lx', '-c', 'ap', ' 9'].entries()) {
    await list.search.focus()
    await keys.type(part)
    typed += part
    await expect(list.search).toHaveValue(typed)
    const texts = burst.slice(index * 50, index * 50 + 50)
    let isWhole = false
    for (const _ of orderNos) isWhole ||= await isBurstWhole(texts, typed)
    if (!isWhole) throw new Error(tooBusy)
  }
})

test('200 scans over a serial line at once are all counted, in their order; without its plug the packer goes on', async ({
  atWork,
  folder,
}) => {
  const line = await openPtyPair(folder, 'scanner')
  const { pack, station, words } = await atWork({
    orders,
    scanners: [{ id: 'hand', name: '手持枪', address: `serial:${line.path}?baud=115200` }],
  })
  const lamp = (state: 'ok' | 'problem') =>
    station.page.getByRole('button', {
      name: `${words('device.scanner')} · ${words(`deviceState.${state}`)}`,
    })
  await expect(lamp('ok')).toBeVisible()
  await line.send('BH-20261126\r\n')
  await expect(pack.progress).toHaveText('0/800')
  await line.send(burst.map((text) => `${text}\r\n`).join(''))
  await pack.expectUnits(200)
  expect(storedScans(station.home)).toEqual(burst)

  await line.unplug()
  await expect(lamp('problem')).toBeVisible()
  const told = station.page.getByRole('alert').filter({ hasText: '手持枪' })
  await expect(told).toContainText(words('error.scanner-lost'))
  await pack.scanFor(strapCode, 'accepted')
  await pack.expectUnits(201)

  await line.plug()
  await expect(lamp('ok')).toBeVisible()
  await line.send(`${strapCode}\r\n`)
  await pack.expectUnits(202)
  await finishCarton(pack)
  await line.unplug()
})
