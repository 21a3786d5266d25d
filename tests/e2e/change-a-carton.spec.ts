import { wireOrder } from '#tests/support/wire-orders.ts'
import { dotsOf } from '#tests/support/label-oracles.ts'
import { finishCarton, marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker, unitCode } from './support/goods.ts'
import { storedCartons, storedPrintJobs } from './support/station-store.ts'

const orders = [wireOrder('BH-1', [[speaker, 24]])]

test('a reopened carton gets a new revision, and its old mark is stale', async ({ atWork }) => {
  const { pack, cartons, printer, server, station } = await atWork({ orders })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  const [old] = await marksFrom(printer, 0)

  await cartons.show()
  await cartons.reopen(code, '少放一件')
  await pack.expectStep('packing')
  await expect(pack.cartonCode).toHaveText(code)
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(2)
  await sealCarton(pack)
  const [fresh] = await marksFrom(printer, 2)
  expect(fresh?.qr).toContain(';R=2;')
  expect(fresh?.qr).toMatch(/;S=LX-SPK-BK\*2$/)

  await pack.scanFor(old?.qr ?? '', 'mark-stale')
  await pack.press('F9')
  // The bars of both revisions read the same, so they prove nothing any more.
  await pack.scanFor(code, 'mark-needs-qr')
  await pack.scanFor(fresh?.qr ?? '', 'mark-confirmed')
  await pack.scanFor(fresh?.qr ?? '', 'carton-verified')
  expect(storedCartons(station.home)).toMatchObject([{ code, revision: 2, state: 'verified' }])
  await expect
    .poll(() => server.cartons())
    .toMatchObject([{ carton_code: code, revision: 2, status: 'verified', sealed_facts: 2 }])
})

test('a voided carton gives its goods back to the order', async ({ atWork }) => {
  const { pack, cartons, server, words } = await atWork({ orders })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await expect(pack.progress).toHaveText('1/24')
  await cartons.show()
  await cartons.void(code, '箱子破了')
  await expect(pack.progress).toHaveText('0/24')
  await expect(cartons.row(code)).toContainText(words('cartonState.voided'))
  await expect.poll(() => server.cartons()).toMatchObject([{ carton_code: code, status: 'voided' }])
})

test('a copy says that it is one, and is the original in every other dot', async ({ atWork }) => {
  const { pack, cartons, printer, station } = await atWork({ orders })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await finishCarton(pack)
  await cartons.show()
  await cartons.copy(code, '撕破了', 2)
  const [, original, copy] = await marksFrom(printer, 0, 3)
  expect(copy?.qr).toBe(original?.qr)
  expect(copy?.bars).toBe(original?.bars)
  expect(storedPrintJobs(station.home)).toMatchObject([
    { side: 1, copy: 0 },
    { side: 2, copy: 0 },
    { side: 2, copy: 1, revision: 1 },
  ])

  const [before, after] = await Promise.all([
    dotsOf(original?.picture ?? new Uint8Array()),
    dotsOf(copy?.picture ?? new Uint8Array()),
  ])
  const changed: { x: number; y: number }[] = []
  for (let y = 0; y < before.height; y += 1) {
    for (let x = 0; x < before.width; x += 1) {
      if (before.isBlack(x, y) !== after.isBlack(x, y)) changed.push({ x, y })
    }
  }
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
  expect(changed.length).toBeGreaterThan(0)
  // One small field of the foot, in dots.
  expect(spread(changed.map(({ x }) => x))).toBeLessThan(240)
  expect(spread(changed.map(({ y }) => y))).toBeLessThan(60)
})
