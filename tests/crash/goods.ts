import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const speaker = wireSku('LX-SPK-BK', '6925000000012', {
  barcodes: [
    { value: '6925000000012', kind: 'ean', units: 1 },
    { value: '16925000000019', kind: 'case', units: 6 },
  ],
})
const cable = wireSku('LX-CBL-C2', '6925000000029')
const mug = wireSku('LX-MUG-350', '6925000000036', { name_zh: '马克杯 350ml', name_en: 'Mug' })
/** So few are ordered that the lines are full after a while. */
const rare = wireSku('LX-LMP-01', '6925000000043')
const scarce = wireSku('LX-LMP-02', '6925000000050')

/** Plenty of work: a run of many rounds must not pack it all. */
export const orders = [
  wireOrder('BH20261123-0047', [
    [speaker, 9_000],
    [cable, 9_000],
    [rare, 25],
  ]),
  wireOrder('BH20261123-0051', [
    [mug, 9_000],
    [speaker, 9_000],
    [scarce, 15],
  ]),
]

export const orderNumbers = ['BH20261123-0047', 'BH20261123-0051'] as const

/** Every code on goods of these orders: on one of them some belong to the other order. */
export const goodsCodes = [
  '6925000000012',
  '6925000000012',
  '16925000000019',
  '6925000000029',
  '6925000000036',
  '6925000000043',
  '6925000000050',
] as const
