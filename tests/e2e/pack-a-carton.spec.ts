import { createHash } from 'node:crypto'
import { parseMark } from '#shared/domain/mark-payload.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { marksFrom, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, speakerCase, unitCode } from './support/goods.ts'
import { storedCartons } from './support/station-store.ts'

const order = wireOrder('BH20261123-0047', [
  [speaker, 12],
  [cable, 30],
])
const contents = [
  { sku: cable.sku, quantity: 10 },
  { sku: speaker.sku, quantity: 7 },
]
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()

test('a carton goes from the order to the verified mark, and store, label and server agree', async ({
  atWork,
}) => {
  const { pack, station, printer, server } = await atWork({ orders: [order] })

  await pack.scan('BH20261123-0047')
  await expect(station.page.getByRole('heading', { name: 'BH20261123-0047' })).toBeVisible()
  await expect(pack.progress).toHaveText('0/42')
  await expect(pack.cartonCode).toBeHidden()

  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(1)
  await expect(pack.cartonCode).toHaveText(/^LS\d{10}[0-9A-Z]$/)
  await pack.scanFor(speakerCase, 'accepted')
  await pack.expectUnits(7)
  await pack.scan('LS!X10', unitCode(cable))
  await pack.expectUnits(17)
  await expect(pack.progress).toHaveText('17/42')

  const code = await sealCarton(pack)
  const [front, side] = await marksFrom(printer, 0)
  expect(front?.bars).toBe(code)
  expect(side?.bars).toBe(code)
  expect(side?.qr).toBe(front?.qr)
  // A digest over the full contents: the mark proves itself against what the store holds.
  expect(parseMark(front?.qr ?? '', sha256)).not.toBeNull()
  const parts = `C=${code};O=BH20261123-0047;W=US-LAX-02;N=1;R=1;`
  expect(front?.qr).toContain(parts)
  expect(front?.qr).toMatch(/;S=LX-CBL-C2\*10,LX-SPK-BK\*7$/)

  // One label by its bars, the other by its QR: a scanner reads whatever it sees first.
  await pack.scanFor(front?.bars ?? '', 'mark-confirmed')
  await pack.scanFor(side?.qr ?? '', 'carton-verified')
  await pack.expectStep('packing')
  await expect(pack.cartonCode).toBeHidden()
  await expect(pack.progress).toHaveText('17/42')

  const gross = 1150 + 17 * 400
  expect(storedCartons(station.home)).toEqual([
    {
      code,
      orderNo: 'BH20261123-0047',
      cartonNo: 1,
      revision: 1,
      state: 'verified',
      gross,
      weightSource: 'scale',
      weightReason: null,
      contents,
    },
  ])
  await expect(pack.pending).toHaveText('0')
  await expect
    .poll(() => server.cartons())
    .toMatchObject([
      {
        carton_code: code,
        reference_no: 'BH20261123-0047',
        box_no: 1,
        status: 'verified',
        weight_g: gross,
        weight_source: 'scale',
        box_details: expect.arrayContaining(contents),
        sealed_facts: 1,
      },
    ])

  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.expectUnits(1)
  await expect(pack.cartonCode).not.toHaveText(code)
  expect(await station.complaints()).toEqual([])
})
