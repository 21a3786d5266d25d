import { setInterval } from 'node:timers/promises'
import { openPtyPair } from '#tests/support/pty-pair.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { expect, test } from './support/fixtures.ts'
import { judgedScans } from './support/station-store.ts'

// Light, so that more than a thousand of them are no heavy carton.
const strap = wireSku('LX-STRAP', '6925000000098', { unit_weight_g: 12 })
const cap = wireSku('LX-CAP', 'X00LXCAP01', { unit_weight_g: 9 })
const stranger = '6925000000999'

/** A second's scans: wrong goods among them, a good one that they keep out, and the word that goes on. */
const second = [
  ...Array.from({ length: 17 }, (_none, index) => ({
    text: index % 3 === 0 ? 'X00LXCAP01' : '6925000000098',
    outcome: 'accepted',
  })),
  { text: stranger, outcome: 'unknown-code' },
  { text: '6925000000098', outcome: 'locked' },
  { text: 'LS!ACK', outcome: null },
]
const seconds = 60
const aSecond = second.length

test('twenty scans a second for a minute are all judged, each as it must be after those before it', async ({
  atWork,
  folder,
}) => {
  test.setTimeout(180_000)
  const line = await openPtyPair(folder, 'scanner')
  const { pack, station } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [strap, 900],
        [cap, 600],
      ]),
    ],
    scanners: [{ id: 'hand', name: '手持枪', address: `serial:${line.path}?baud=115200` }],
  })
  await pack.scan('BH-1')
  await expect(pack.progress).toHaveText('0/1500')
  const all = Array.from({ length: seconds }, () => second).flat()
  const clock = setInterval(1_000 / aSecond)[Symbol.asyncIterator]()
  for (const { text } of all) {
    await clock.next()
    await line.send(`${text}\r\n`)
  }
  await clock.return?.()
  await pack.expectUnits(seconds * 17)
  await expect(pack.feedback).toHaveAttribute('data-verdict', 'idle')
  // An acknowledgement answers nothing, so it is no scan that was judged.
  const judged = all.filter(({ outcome }) => outcome !== null)
  expect(judgedScans(station.home)).toEqual(judged)
  await line.unplug()
})
