import { wireSku } from '#tests/support/wire-orders.ts'

// Goods that between them can show every answer to a scan.

/** 400 g; a factory case holds 6. */
export const speaker = wireSku('LX-SPK-BK', '6925000000012', {
  name_zh: '便携蓝牙音箱 黑色',
  name_en: 'Portable speaker black',
  barcodes: [
    { value: '6925000000012', kind: 'ean', units: 1 },
    { value: '16925000000019', kind: 'case', units: 6 },
  ],
})
/** 400 g. */
export const cable = wireSku('LX-CBL-C2', '6925000000029', {
  name_zh: '数据线 2 米',
  name_en: 'USB-C cable 2 m',
})
/** Reads almost like `speaker`; no order of these tests but a foreign one wants it. */
export const whiteSpeaker = wireSku('LX-SPK-WH', '6925000000036', {
  name_zh: '便携蓝牙音箱 白色',
  name_en: 'Portable speaker white',
})
/** Every unit must bear its FNSKU. */
export const labelled = wireSku('LX-MUG-FN', '6925000000043', {
  name_zh: '马克杯',
  name_en: 'Mug',
  barcodes: [
    { value: '6925000000043', kind: 'ean', units: 1 },
    { value: 'X00LXMUG01', kind: 'fnsku', units: 1 },
  ],
  required_barcode: 'fnsku',
})
export const battery = wireSku('LX-PWR-10', '6925000000050', {
  name_zh: '移动电源',
  name_en: 'Power bank',
  cargo_class: 'battery',
  battery: {
    un_code: 'UN3480',
    packing_instruction: 'PI965',
    watt_hours: 37,
    battery_config: 'alone',
  },
})
/** The roll of lithium battery marks at the bench, for `battery`. */
export const batteryRoll = {
  id: 'ion',
  name: '锂离子电池标 UN3480',
  barcode: 'ROLL-3480',
  unCodes: ['UN3480'],
}
export const liquid = wireSku('LX-SHMP', '6925000000067', {
  name_zh: '洗车液',
  name_en: 'Car shampoo',
  cargo_class: 'liquid',
})
/** 11 kg: two make a heavy carton, three are more than the 30 kg that the United States take. */
export const heavy = wireSku('LX-DUMBBELL', '6925000000074', {
  name_zh: '哑铃',
  name_en: 'Dumbbell',
  unit_weight_g: 11_000,
})

/** The code on one unit of it. */
export const unitCode = ({ barcodes }: { barcodes: readonly { value: string }[] }): string => {
  const [first] = barcodes
  if (first === undefined) throw new RangeError('these goods bear no code')
  return first.value
}
export const speakerCase = '16925000000019'
