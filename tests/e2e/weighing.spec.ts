import { wireOrder } from '#tests/support/wire-orders.ts'
import { expectDelivered, finishCarton, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { heavy, speaker, unitCode } from './support/goods.ts'
import { storedCartons } from './support/station-store.ts'

test('without a scale the weight is typed, with the reason, and never again silently', async ({
  atWork,
}) => {
  const { pack, station, server } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 12]])],
    scale: null,
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.press('F8')
  await pack.expectStep('weighing')
  await pack.typeWeight('1.56', '秤坏了')
  await pack.expectStep('scan-back')
  expect(storedCartons(station.home)).toMatchObject([
    { gross: 1560, weightSource: 'manual', weightReason: '秤坏了' },
  ])
  await expect
    .poll(() => server.cartons())
    .toMatchObject([{ weight_g: 1560, weight_source: 'manual' }])
})

test('a carton heavier than the destination takes is stopped with what to take out', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[heavy, 4]])],
  })
  await pack.scan('BH-1', unitCode(heavy), unitCode(heavy))
  await pack.expectUnits(2)
  await pack.press('F8')
  await pack.place(31_200)
  const remedy = station.page.getByRole('list', { name: words('weigh.takeOut') })
  await expect(remedy.getByRole('listitem')).toHaveText(/取出\s*1\s*×\s*哑铃\s*LX-DUMBBELL/)
  await expect(pack.cartonCode).toBeVisible()
  expect(storedCartons(station.home)).toMatchObject([{ state: 'open', gross: null }])

  await pack.scanFor('LS!UNDO', 'undone')
  await pack.expectStep('packing')
  await pack.expectUnits(1)
  await sealCarton(pack)
  expect(storedCartons(station.home)).toMatchObject([{ state: 'marked', gross: 12_150 }])
})

test('a weight that differs seals nothing until the packer has counted and said why', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 24]])] })
  await pack.scan('BH-1')
  await pack.scan('LS!X10', unitCode(speaker))
  await pack.expectUnits(10)
  await pack.press('F8')
  // One speaker of 400 g less than scanned.
  await pack.place(1150 + 9 * 400)
  await expect(station.page.getByText(words('weigh.lighter', { kg: '0.40' }))).toBeVisible()
  await pack.expectStep('weighing')
  await pack.acceptWeight('点过，少了包装')
  await pack.expectStep('scan-back')
  expect(storedCartons(station.home)).toMatchObject([
    { gross: 4750, weightSource: 'scale', weightReason: '点过，少了包装' },
  ])
})

test('cartons that were weighed teach what a missing unit weighs, and it is named', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 60]])] })
  await pack.scan('BH-1')
  for (const units of [2, 4, 3, 5, 2, 4]) {
    await pack.scan(`LS!X${units}`, unitCode(speaker))
    await pack.expectUnits(units)
    await finishCarton(pack)
  }
  await pack.scan('LS!X10', unitCode(speaker))
  await pack.expectUnits(10)
  await pack.press('F8')
  await pack.expectStep('weighing')
  await pack.place(1150 + 9 * 400)
  const missing = words('weigh.fewer', { kg: '0.40', units: 1, sku: speaker.sku })
  await expect(station.page.getByText(missing)).toBeVisible()
  const evidence = words('weigh.learned', { count: 6, grams: 400, shift: '0.40' })
  await expect(station.page.getByText(evidence)).toBeVisible()
  await expect(station.page.getByText(words('weigh.count.do', { sku: speaker.sku }))).toBeVisible()
  const smaller = words('weight.cheaperBox', { box: 'C30-25-20', now: '16.00', less: '4.36' })
  await expect(station.page.getByText(smaller)).toBeVisible()
  // Counted, and one was missing: it is put in, and the carton seals by itself.
  await pack.place(null)
  await pack.expectStep('scan-back')
})

test('a carton that bulges is measured, and weighed and told by that size', async ({ atWork }) => {
  const { pack, printer, server, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 24]])],
  })
  const { page } = station
  const measure = async (...sides: readonly [string, string, string]): Promise<void> => {
    await pack.press('F5')
    const names = ['measure.length', 'measure.width', 'measure.height'] as const
    for (const [at, name] of names.entries()) {
      await page.getByRole('textbox', { name: words(name) }).fill(sides[at] ?? '')
    }
    await pack.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.press('F8')
  await pack.expectStep('weighing')
  await measure('50', '40', '40')
  await expect(pack.feedback).toContainText(words('error.measured-too-small'))
  await measure('62.5', '41', '43')
  await expect(pack.feedback).toContainText(words('outcome.measured.title', { size: '62.5×41×43' }))
  await expect(page.getByText(words('weight.volumetric', { kg: '18.36' }))).toBeVisible()
  await pack.place(1_550)
  await pack.expectStep('scan-back')
  const code = await pack.code()
  await proveMarks({ pack, printer })
  await expectDelivered(server, [code])
  expect(await server.cartons()).toMatchObject([{ size_mm: { l: 625, w: 410, h: 430 } }])
})

test('the last carton, still on the scale, is not weighed as the next one', async ({ atWork }) => {
  const { pack, station, words } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 24]])] })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  const first = await sealCarton(pack)
  await pack.scan(first)
  await pack.scanFor(first, 'carton-verified')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.press('F8')
  await expect(station.page.getByText(words('weigh.same-as-last.title'))).toBeVisible()
  await pack.expectStep('weighing')
  await pack.place(null)
  await pack.expectStep('scan-back')
  expect(storedCartons(station.home)).toMatchObject([{ gross: 1550 }, { gross: 1550 }])
})
