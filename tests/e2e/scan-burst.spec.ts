import { openPtyPair } from '#tests/support/pty-pair.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { storedScans } from './support/station-store.ts'
import { plugInX11Keys } from './support/x11-keys.ts'

// Light, so that two hundred of them are no heavy carton.
const strap = wireSku('LX-STRAP', '6925000000098', { unit_weight_g: 12 })
const cap = wireSku('LX-CAP', 'X00LXCAP01', { unit_weight_g: 9 })
const orders = [
  wireOrder('BH-20261126', [
    [strap, 400],
    [cap, 400],
  ]),
]
const [strapCode, capCode] = ['6925000000098', 'X00LXCAP01']
/** Two hundred scans of which each third is another article: a swap or a loss shows. */
const burst = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? capCode : strapCode))
/** As slow as a wedge may be set: a busy machine stretches what xdotool types. */
const wedge = { id: 'wedge', address: 'wedge', gapMs: 120 }

test('200 scans of a keyboard wedge in one burst are all counted, in their order', async ({
  atWork,
}) => {
  const { pack, station } = await atWork({ orders, scanners: [wedge] })
  const keys = await plugInX11Keys(station)
  await keys.scan(['BH-20261126'])
  await expect(pack.progress).toHaveText('0/800')
  await keys.scan(burst)
  await pack.expectUnits(200)
  await expect(pack.progress).toHaveText('200/800')
  expect(storedScans(station.home)).toEqual(burst)
})

test('200 scans are counted with Caps Lock on, and while a field of a question has the focus', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders, scanners: [wedge] })
  const keys = await plugInX11Keys(station)
  await keys.scan(['BH-20261126'])
  await expect(pack.progress).toHaveText('0/800')

  await keys.press('Caps_Lock')
  await keys.scan(burst.slice(0, 100))
  await pack.expectUnits(100)
  await pack.press('F3')
  const times = station.page.getByRole('textbox', { name: words('times.label') })
  await expect(times).toBeFocused()
  await keys.scan(burst.slice(100))
  await pack.expectUnits(200)
  await keys.press('Caps_Lock')
  expect(storedScans(station.home)).toEqual(burst)
})

test('what a hand types between bursts stands in its field unharmed, and every scan is judged', async ({
  atWork,
}) => {
  const { orders: list, station } = await atWork({ orders, scanners: [wedge] })
  const keys = await plugInX11Keys(station)
  await list.search.focus()
  let typed = ''
  for (const [round, part] of ['lx', '-c', 'ap', ' 9'].entries()) {
    await keys.type(part)
    typed += part
    await expect(list.search).toHaveValue(typed)
    // No order is open: each of them is answered with that.
    await keys.scan(burst.slice(round * 50, round * 50 + 50))
    await expect.poll(() => storedScans(station.home).length).toBe(round * 50 + 50)
    await expect(list.search).toHaveValue(typed)
  }
  expect(storedScans(station.home)).toEqual(burst)
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
