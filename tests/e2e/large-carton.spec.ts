import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { storedCartons, storedPrintJobs } from './support/station-store.ts'

const skus = Array.from({ length: 40 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0')
  return wireSku(`MIX-ARTICLE-${number}`, `69250001000${number}`, {
    name_zh: `综合商品第 ${number} 款 不锈钢加厚款`,
    name_en: `Assorted article number ${number}, stainless`,
    unit_weight_g: 150,
  })
})

test('forty SKUs in one carton fill continuation marks that are all scanned back', async ({
  atWork,
}) => {
  const { pack, printer, server, station } = await atWork({
    orders: [
      wireOrder(
        'BH-MIX',
        skus.map((sku) => [sku, 3] as const),
      ),
    ],
  })
  await pack.scan('BH-MIX')
  await pack.scan(...skus.map(({ barcodes }) => barcodes[0]?.value ?? ''))
  await pack.expectUnits(40)
  const code = await sealCarton(pack)

  const jobs = storedPrintJobs(station.home)
  expect(jobs.length).toBeGreaterThan(2)
  expect(new Set(jobs.map(({ page }) => page)).size).toBeGreaterThan(1)
  const marks = await marksFrom(printer, 0, jobs.length)
  for (const mark of marks) {
    expect(mark.bars).toBe(code)
    expect(mark.qr).toContain(`LSC1;C=${code};O=BH-MIX;`)
    expect(mark.qr).toBe(marks[0]?.qr)
  }
  // The longest QR once, key by key; the bars say the same of the other labels.
  await pack.scanFor(marks[0]?.qr ?? '', 'mark-confirmed')
  await pack.scan(...marks.slice(1).map(({ bars }) => bars))
  await pack.expectVerdict('carton-verified')
  const [carton] = storedCartons(station.home)
  expect(carton).toMatchObject({ code, state: 'verified' })
  expect(carton?.contents).toHaveLength(40)
  await expect.poll(async () => (await server.cartons())[0]?.box_details.length).toBe(40)
})
