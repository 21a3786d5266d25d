import fc from 'fast-check'
import { type BoxMarkInput, type BoxMarkItem, handlingMarks } from '#shared/domain/box-mark.ts'
import { cartonCode } from '#shared/domain/carton-code.ts'
import { dutyTerms, type OrderNo, type Sku, transportModes } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'

export const markItem = (sku: string, over: Partial<BoxMarkItem> = {}): BoxMarkItem => ({
  sku: sku as Sku,
  fnsku: 'X001234567',
  nameZh: '蓝牙音箱 便携式户外防水低音炮',
  nameEn: 'Bluetooth speaker, portable, waterproof',
  quantity: 12,
  ...over,
})

/** A mark without what need not be known: total of cartons and operator. */
export const bareMark = (): BoxMarkInput => ({
  orderNo: 'SO-20261123-0042' as OrderNo,
  cartonCode: cartonCode(3_041_187),
  cartonNo: 7,
  revision: 1,
  warehouse: {
    code: 'USLAX01',
    nameZh: '洛杉矶一号仓',
    nameEn: 'Los Angeles Warehouse 1',
    country: 'US',
    addressLines: ['18305 E San Jose Ave', 'City of Industry, CA'],
    postcode: '91748',
    contact: 'Kevin Chen',
    phone: '+1 626 555 0142',
  },
  sellerName: '深圳市星链科技有限公司',
  transportMode: 'air',
  service: 'LAX-EXPRESS',
  dutyTerms: 'DDP',
  grossWeight: grams(12_480),
  size: { length: millimetres(600), width: millimetres(400), height: millimetres(355) },
  items: [markItem('BT-SPK-001-BLK'), markItem('BT-SPK-002-RED'), markItem('BT-SPK-003-BLU')],
  dangerousGoods: [{ unCode: 'UN3481', packingInstruction: 'PI967' }],
  handling: ['fragile', 'this-side-up', 'keep-dry', 'heavy'],
  origins: ['CN'],
  station: 'A-03',
  sealedAt: '2026-11-23T09:30:12+08:00',
})

/** An ordinary mark of three SKUs. */
export const boxMark = (over: Partial<BoxMarkInput> = {}): BoxMarkInput => ({
  ...bareMark(),
  cartonTotal: 18,
  operator: '李小红',
  ...over,
})

// What sellers really type, and what attackers would: all of it can be written in the label font.
const hostile = [
  '^XA^FO0,0^GB800,1200,800^FS^XZ',
  '~JA~HS~DGR:X.GRF,1,1,FF',
  '_5EXA_7EJA',
  "'; drop table print_jobs; --",
  '</text><script>alert(1)</script>',
  '=HYPERLINK("http://x")',
  '%;,*=|\\"',
  '\u202Egnp.exe\u202C \u2066abc\u2069',
  'a\u200Db\u200Bc\u00ADd',
  'é ü ñ ß Æ Ø € № ① Ⅷ',
  '測試・テスト',
  'W'.repeat(200),
  '長'.repeat(200),
  '配件',
]
export const nameText = fc.oneof(
  fc.constantFrom(...hostile),
  fc
    .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 120 })
    .filter((text) => text.trim() !== ''),
  fc.constantFrom('龘靐齉爩', '㐀䶵龦', '镕堃喆', '不锈钢保温杯 500ml'),
)
export const skuText = fc
  .oneof(
    fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{1,20}[A-Z0-9]$/),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 }),
    fc.constantFrom('^XA^XZ', '~JA', '_5E', '%;,*=', '货号-001', 'W'.repeat(64), '\\^~_'),
  )
  .filter((text) => text === text.trim() && text !== '')
const address = fc.oneof(
  fc.constant(['18305 E San Jose Ave', 'City of Industry, CA']),
  fc.constant(
    Array.from(
      { length: 10 },
      (_, index) => `${index + 1} ${'Zum Überseehafen an der Süderelbe '.repeat(5)}`,
    ),
  ),
  fc.constant(['広'.repeat(200)]),
)

const items = (count: fc.Arbitrary<number>): fc.Arbitrary<readonly BoxMarkItem[]> =>
  count.chain((length) =>
    fc.uniqueArray(
      fc.record({
        sku: skuText.map((text) => text as Sku),
        nameZh: nameText,
        nameEn: nameText,
        quantity: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constant(1_000_000)),
        fnsku: fc.constantFrom('X001234567', 'B0', 'X'.repeat(128)),
      }),
      { selector: ({ sku }) => sku, minLength: length, maxLength: length },
    ),
  )

/** Marks of 1 to `most` SKUs with all that makes layouts and printers stumble. */
export const anyBoxMark = (most: number): fc.Arbitrary<BoxMarkInput> =>
  fc
    .record({
      serial: fc.integer({ min: 0, max: 9_999_999_999 }),
      orderNo: fc.stringMatching(/^[A-Z0-9-]{1,32}$/).map((text) => text as OrderNo),
      cartonNo: fc.integer({ min: 1, max: 1_000_000 }),
      cartonTotal: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      revision: fc.integer({ min: 0, max: 12 }),
      warehouse: fc.constantFrom('USLAX01', 'W'.repeat(32), 'DE', '^XZ', '仓'),
      addressLines: address,
      sellerName: nameText,
      transportMode: fc.constantFrom(...transportModes),
      service: fc.constantFrom('LAX-EXPRESS', '海运美森快船限时达', 'W'.repeat(64), '^JUS'),
      duty: fc.constantFrom(...dutyTerms),
      fbaShipmentId: fc.option(fc.constantFrom('FBA15ABCDEFG', 'F'.repeat(64))),
      items: items(
        fc.oneof(fc.integer({ min: 1, max: Math.min(9, most) }), fc.integer({ min: 1, max: most })),
      ),
      dangerous: fc.integer({ min: 0, max: 6 }),
      handling: fc.subarray([...handlingMarks]),
      origins: fc.subarray(['CN', 'VN', 'TH', 'US']),
      operator: fc.option(nameText.map((text) => text.slice(0, 64))),
    })
    .map(
      ({
        serial,
        cartonTotal,
        warehouse,
        addressLines,
        duty,
        fbaShipmentId,
        dangerous,
        operator,
        ...rest
      }) => {
        const base = bareMark()
        return {
          ...base,
          ...rest,
          cartonCode: cartonCode(serial),
          ...(cartonTotal === null ? {} : { cartonTotal }),
          warehouse: { ...base.warehouse, code: warehouse, addressLines },
          dutyTerms: duty,
          ...(fbaShipmentId === null ? {} : { fbaShipmentId }),
          dangerousGoods: Array.from({ length: dangerous }, (_unused, index) => ({
            unCode: `UN348${index}`,
            packingInstruction: `PI96${index} Section II`,
          })),
          ...(operator === null ? {} : { operator }),
        }
      },
    )
