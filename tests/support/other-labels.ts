import fc from 'fast-check'
import { cartonCode } from '#shared/domain/carton-code.ts'
import type { LabelInput } from '#shared/domain/label-input.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import type { PalletLabel } from '#shared/domain/pallet-label.ts'
import { parkPurposes } from '#shared/domain/carton.ts'
import type { ParkingLabel } from '#shared/domain/parking-label.ts'
import type { RulerLabel } from '#shared/domain/ruler-label.ts'
import { type UnitLabel, unitConditions } from '#shared/domain/unit-label.ts'
import { grams } from '#shared/domain/units.ts'
import { bareMark, nameText, skuText } from './box-marks.ts'

const at = '2026-11-23T17:30:12+08:00'

export const palletLabel = (over: Partial<PalletLabel> = {}): PalletLabel => ({
  kind: 'pallet',
  palletCode: 'LSP0000001234K',
  palletNo: 3,
  palletTotal: 12,
  orderNo: 'SO-20261123-0042' as OrderNo,
  warehouse: bareMark().warehouse,
  cartons: 24,
  grossWeight: grams(312_480),
  side: 2,
  station: 'A-03',
  builtAt: at,
  ...over,
})

export const unitLabel = (over: Partial<UnitLabel> = {}): UnitLabel => ({
  kind: 'unit',
  fnsku: 'X001234567',
  sku: 'BT-SPK-001-BLK' as Sku,
  name: 'Bluetooth speaker, portable, waterproof, black',
  condition: 'new',
  ...over,
})

export const parkingLabel = (over: Partial<ParkingLabel> = {}): ParkingLabel => ({
  kind: 'parking',
  orderNo: 'SO-20261123-0042' as OrderNo,
  cartonCode: cartonCode(3_041_187),
  cartonNo: 7,
  units: 8,
  purpose: 'aside',
  station: 'A-03',
  operator: '李小红',
  parkedAt: at,
  ...over,
})

export const rulerLabel = (over: Partial<RulerLabel> = {}): RulerLabel => ({
  kind: 'ruler',
  printerId: 'mark',
  printerName: 'Zebra ZD421',
  offset: { x: -3, y: 12 },
  darkness: 15,
  speed: 4,
  station: 'A-03',
  printedAt: at,
  ...over,
})

const orderNo = fc.stringMatching(/^[A-Z0-9-]{1,32}$/).map((text) => text as OrderNo)
const count = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(1_000_000))
const place = nameText.map((text) => text.slice(0, 64))

/** Labels beside the box mark with all that makes layouts and printers stumble. */
export const anyOtherLabel: fc.Arbitrary<Exclude<LabelInput, { kind: 'box-mark' }>> = fc.oneof(
  fc
    .record({
      palletNo: count,
      orderNo,
      cartons: count,
      side: fc.constantFrom(1, 2, 3, 4),
      station: place,
      code: fc.constantFrom('USLAX01', 'W'.repeat(32), '^XZ', '仓'),
      nameZh: nameText,
    })
    .map(({ code, nameZh, ...rest }) =>
      palletLabel({ ...rest, warehouse: { ...bareMark().warehouse, code, nameZh } }),
    ),
  fc
    .record({
      // zpl-renderer-js loses the only character of a Code 128 of one.
      fnsku: fc.stringMatching(/^[A-Z0-9]{4,11}$/),
      sku: skuText.map((text) => text as Sku),
      name: nameText,
      condition: fc.constantFrom(...unitConditions),
    })
    .map(unitLabel),
  fc
    .record({
      orderNo,
      cartonNo: count,
      units: count,
      purpose: fc.constantFrom(...parkPurposes),
      station: place,
      operator: place,
    })
    .map(parkingLabel),
  fc
    .record({
      printerId: fc.stringMatching(/^[a-z0-9-]{1,16}$/),
      printerName: nameText.map((text) => text.slice(0, 100)),
      station: place,
    })
    .map(rulerLabel),
)
