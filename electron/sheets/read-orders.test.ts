import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { parseWire, stockingOrderSchema, type WireOrder } from '#shared/contract/linkstar-api.ts'
import { gtinCheckDigit } from '#shared/domain/barcode.ts'
import { cargoClasses, dutyTerms, packingModes, transportModes } from '#shared/domain/order.ts'
import { localTime } from '#shared/domain/local-time.ts'
import type { OrderColumnId } from '#shared/domain/order-columns.ts'
import {
  asCsv,
  asXlsx,
  csvText,
  headingsOf,
  orderSheet,
  type TypedRow,
  typedRows,
} from '#tests/support/order-sheets.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { type OrderContext, readOrders } from './read-orders.ts'
import { readSheet } from './read-sheet.ts'
import { writeTemplate } from './templates.ts'

const now = new Date('2026-11-27T08:00:00Z')
const context: OrderContext = { warehouses: [], taken: new Map(), now, localTime }
const mug = wireSku('MUG', '6925000000116')
const cup = wireSku('CUP', '6925000000123')
const plain = wireOrder('BH-1', [
  [mug, 3],
  [cup, 2],
])
const [first = {}, second = {}] = typedRows(plain)

const readRows = async (rows: readonly TypedRow[], more: Partial<OrderContext> = {}) =>
  readOrders(await readSheet(await asXlsx(orderSheet(rows))), { ...context, ...more })

/** `row column code` of every fault. */
const faultsOf = async (
  rows: readonly TypedRow[],
  more: Partial<OrderContext> = {},
): Promise<readonly string[]> =>
  (await readRows(rows, more)).faults.map(({ row, column, code }) => `${row}${column} ${code}`)

const with1 = (changes: TypedRow) => [{ ...first, ...changes }, second]
const without = (row: TypedRow, ...ids: readonly OrderColumnId[]): TypedRow =>
  Object.fromEntries(Object.entries(row).filter(([id]) => !ids.includes(id as OrderColumnId)))

/** Text that the contract takes, without blanks around it and without what separates lines. */
const text = (max: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((value) => value.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s;;]/gu, '').slice(0, max))
    .filter(
      (value) =>
        value !== '' && value.isWellFormed() && !/^="|^#|[\u200b\u2060\ufeff]/u.test(value),
    )
const code = (max: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[A-Z0-9][A-Z0-9._/-]{0,${max - 1}}$`))
const gtin13 = fc.stringMatching(/^\d{12}$/).map((digits) => digits + gtinCheckDigit(digits))

const skuArbitrary = fc.record({
  name_zh: text(60),
  name_en: text(60),
  weight: fc.integer({ min: 1, max: 1_000_000 }),
  side: fc.integer({ min: 1, max: 100_000 }),
  minor: fc.integer({ min: 0, max: 10_000_000 }),
  cargo_class: fc.constantFrom(...cargoClasses),
  barcode: gtin13,
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  caseUnits: fc.option(fc.integer({ min: 2, max: 500 })),
  fnsku: fc.boolean(),
})

const orderArbitrary = fc
  .record({
    no: fc.stringMatching(/^[A-Z0-9-]{1,30}$/),
    seller: text(40),
    address: fc.array(text(80), { minLength: 1, maxLength: 4 }),
    mode: fc.constantFrom(...transportModes),
    terms: fc.constantFrom(...dutyTerms),
    packing: fc.constantFrom(...packingModes),
    pickup: fc.boolean(),
    instructions: fc.array(text(80), { maxLength: 3 }),
    max_skus: fc.option(fc.integer({ min: 1, max: 1000 })),
    max_gross_g: fc.option(fc.integer({ min: 100, max: 1_000_000 })),
    apart: fc.nat({ max: 6 }),
    skus: fc.uniqueArray(fc.tuple(code(20), skuArbitrary), {
      minLength: 1,
      maxLength: 6,
      comparator: (one, other) => one[0] === other[0] || one[1].barcode === other[1].barcode,
    }),
  })
  .map((drawn): WireOrder => {
    const skus = drawn.skus.map(
      ([sku, goods], index) =>
        [
          wireSku(sku, goods.barcode, {
            name_zh: goods.name_zh,
            name_en: goods.name_en,
            barcodes: [
              { value: goods.barcode, kind: 'ean', units: 1 },
              ...(goods.fnsku ? [{ value: `X00${index}`, kind: 'fnsku' as const, units: 1 }] : []),
              ...(goods.caseUnits === null
                ? []
                : [{ value: `C-${index}`, kind: 'case' as const, units: goods.caseUnits }]),
            ],
            ...(goods.fnsku ? { required_barcode: 'fnsku' } : {}),
            unit_weight_g: goods.weight,
            unit_size_mm: { l: goods.side, w: 1, h: 2 },
            declared_value: { currency: 'USD', minor_units: goods.minor },
            cargo_class: goods.cargo_class,
            hs_code: '6912.00',
            material_zh: goods.name_zh,
            purpose_en: goods.name_en,
            brand: goods.name_en,
            image_url: 'https://example.com/a.jpg?b=1&c=2',
            ...(goods.cargo_class === 'battery'
              ? {
                  battery: {
                    un_code: 'UN3481',
                    packing_instruction: 'PI967',
                    watt_hours: 7.4,
                    battery_config: 'built-in',
                  },
                }
              : {}),
          }),
          goods.quantity,
        ] as const,
    )
    const classes = new Set(skus.map(([{ cargo_class }]) => cargo_class))
    const { max_skus, max_gross_g } = drawn
    const group = skus.slice(0, drawn.apart).map(([{ sku }]) => sku)
    const rules = {
      ...(max_skus === null ? {} : { max_skus }),
      ...(max_gross_g === null ? {} : { max_gross_g }),
      ...(group.length < 2 ? {} : { keep_apart: [group] }),
    }
    const typedOrder = wireOrder(drawn.no, skus, {
      status: 'draft',
      seller: { code: 'S-1', name_zh: drawn.seller, name_en: drawn.seller },
      warehouse: { ...plain.warehouse, address_lines: drawn.address },
      transport_type: drawn.mode,
      duty_terms: drawn.terms,
      packing_mode: drawn.packing,
      is_pickup: drawn.pickup,
      cargo_classes: cargoClasses.filter((one) => classes.has(one)),
      ...(drawn.instructions.length === 0 ? {} : { instructions: drawn.instructions }),
      ...(Object.keys(rules).length === 0 ? {} : { carton_rules: rules }),
      created_at: localTime(now),
    })
    const parsed = parseWire(stockingOrderSchema, typedOrder)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    return parsed.value
  })

describe('a template that was filled in', () => {
  it('is the very orders that were typed, in every format, language and encoding', async () => {
    const templates = await Promise.all(
      (['zh-CN', 'en'] as const).map(async (language) => ({
        language: language === 'en' ? ('en' as const) : ('zh' as const),
        grid: await readSheet(await writeTemplate({ kind: 'orders', format: 'xlsx', language })),
      })),
    )
    await fc.assert(
      fc.asyncProperty(
        orderArbitrary,
        fc.constantFrom(...templates),
        fc.constantFrom('xlsx', 'csv', 'csv with a mark', 'utf-16'),
        async (order, template, format) => {
          const [headings = []] = template.grid
          const sheet = [
            headings.map((cell) => (cell?.kind === 'text' ? cell.text : '')),
            ...orderSheet(typedRows(order), template.language).slice(1),
          ]
          const bytes =
            format === 'xlsx'
              ? await asXlsx(sheet)
              : format === 'utf-16'
                ? Buffer.from(`\ufeff${csvText(sheet, '\t')}`, 'utf16le')
                : Buffer.from((format === 'csv' ? '' : '\ufeff') + csvText(sheet))
          expect(readOrders(await readSheet(bytes), context)).toEqual({
            orders: [order],
            faults: [],
          })
        },
      ),
      { numRuns: 150 },
    )
  })

  it('may hold several orders, and say once what is the same on every row', async () => {
    const rows = [
      ...typedRows(plain),
      ...typedRows(wireOrder('BH-2', [[mug, 9]])).map((row) => ({
        ...without(row, 'nameZh', 'nameEn', 'barcode', 'weight'),
        service: 'X-2',
      })),
    ]
    rows[1] = without(rows[1] ?? {}, 'sellerCode', 'warehouse', 'mode', 'address', 'country')
    const { orders, faults } = await readRows(rows)
    expect(faults).toEqual([])
    expect(orders).toMatchObject([
      { reference_no: 'BH-1', lines: [{ plan_qty: 3 }, { plan_qty: 2 }], service_code: 'AIR-STD' },
      { reference_no: 'BH-2', service_code: 'X-2', skus: [{ name_zh: '商品 MUG' }] },
    ])
  })

  it('is read in GBK, as Excel in China saves it', async () => {
    // 备货单号 and the rest, encoded by the table of GB 18030.
    const gbk = new Map<string, number>()
    const decoder = new TextDecoder('gb18030')
    for (let high = 0x81; high <= 0xfe; high += 1) {
      for (let low = 0x40; low <= 0xfe; low += 1) {
        gbk.set(decoder.decode(Uint8Array.of(high, low)), high * 256 + low)
      }
    }
    const bytes = [...csvText(orderSheet(typedRows(plain)))].flatMap((letter) => {
      const value = letter.charCodeAt(0) < 0x80 ? letter.charCodeAt(0) : (gbk.get(letter) ?? 0x3f)
      return value < 0x80 ? [value] : [value >> 8, value & 0xff]
    })
    const { orders, faults } = readOrders(await readSheet(Uint8Array.from(bytes)), context)
    expect(faults).toEqual([])
    expect(orders[0]?.seller.name_zh).toBe('深圳汇晟')
  })

  it('needs no more of a known warehouse than its code, and does not take another address for it', async () => {
    const warehouse = {
      code: 'US-LAX-02',
      nameZh: '洛杉矶',
      nameEn: 'Los Angeles',
      country: 'US',
      addressLines: ['1250 Harbor Gateway Drive', 'Carson, CA'],
      postcode: '90745',
    }
    const known = { warehouses: [warehouse] }
    const ids = ['warehouseZh', 'warehouseEn', 'country', 'address', 'postcode'] as const
    const bare = typedRows(plain).map((row) => without(row, ...ids))
    const { orders, faults } = await readRows(bare, known)
    expect(faults).toEqual([])
    expect(orders[0]?.warehouse).toEqual(plain.warehouse)
    expect(await faultsOf(with1({ postcode: '90746' }), known)).toEqual([
      '2Y warehouse-differs',
      '3Y differs-above',
    ])
    expect(await faultsOf(bare)).toEqual(['2G warehouse-unknown'])
  })
})

describe('what is wrong', () => {
  it('is told of every cell at once, and nothing is taken', async () => {
    const { orders, faults } = await readRows([
      {
        ...first,
        orderNo: 'bh 1',
        quantity: '0',
        weight: '',
        origin: 'XX',
        barcode: '6925000000117',
      },
      { ...second, sku: '', quantity: '1.5', mode: '飞碟', value: '1.005', currency: 'usd' },
    ])
    expect(orders).toEqual([])
    expect(faults.map(({ row, column, code: fault }) => `${row}${column} ${fault}`)).toEqual([
      '2A order-no',
      '2C not-whole',
      '2AD check-digit',
      '2AJ missing',
      '2AP country',
      '3B missing',
      '3C not-whole',
      '3H not-a-choice',
      '3AO currency',
    ])
    expect(faults[1]).toMatchObject({
      headingZh: '数量',
      headingEn: 'Quantity',
      values: { min: 1 },
    })
  })

  it.each<[string, TypedRow, readonly string[]]>([
    ['a long code that Excel shortened', { barcode: '6.92500E+12' }, ['2AD scientific']],
    ['a number that Excel cut', { sellerBarcode: 6.925000000111e15 }, ['2AE changed-by-excel']],
    ['a code that Excel made a date', { sku: new Date('2026-03-04') }, ['2B changed-by-excel']],
    ['a yes in place of a code', { service: true }, ['2I changed-by-excel', '3I differs-above']],
    ['a line break in a name', { nameZh: '红\n蓝' }, ['2AB control-characters']],
    ['a NUL in a name', { nameEn: 'a\u0000b' }, ['2AC control-characters']],
    ['a cell of 300,000 characters', { nameZh: '长'.repeat(300_000) }, ['2AB too-long']],
    ['a price with too many decimals', { value: '4.505' }, ['2AN too-many-decimals']],
    ['a price in words', { value: '一块五' }, ['2AN not-a-price']],
    ['a date that does not exist', { pickupAt: '2026-02-30 10:00' }, ['2N date']],
    ['half a factory case', { caseBarcode: 'CASE-1' }, ['2AI needs-column']],
    ['a required FNSKU that is missing', { mustBearFnsku: '是' }, ['2AF needs-column']],
    ['one code twice', { fnsku: '6925000000116' }, ['2AF repeated']],
    ['another SKU’s code', { sellerBarcode: '6925000000123' }, ['3AD barcode-shared']],
    ['a SKU that is to be kept apart from nobody', { apart: 'A' }, ['2T apart-alone']],
    [
      'a limit that is none',
      { maxUnits: '0', maxGross: '-1' },
      ['2R not-whole', '2S not-a-number'],
    ],
    ['an HS code in words', { hsCode: 'mugs' }, ['2AR hs-code']],
    ['a picture that is no address', { image: 'javascript:alert(1)' }, ['2BB web-address']],
  ])('is found: %s', async (_, changes, faults) => {
    expect(await faultsOf(with1(changes))).toEqual(faults)
  })

  it('is a battery that is not described', async () => {
    expect(await faultsOf(with1({ cargoClass: '带电' }))).toEqual([
      '2AS needs-column',
      '2AT needs-column',
      '2AU needs-column',
      '2AV needs-column',
    ])
  })

  it('is a SKU twice in an order, and a number that is taken', async () => {
    expect(await faultsOf([first, { ...first }])).toEqual(['3B repeated'])
    const taken = new Map([['BH-1', 'order-exists' as const]])
    expect(await faultsOf([first, second], { taken })).toEqual(['2A order-exists'])
  })

  it('is a row that speaks against one above', async () => {
    const { faults } = await readRows([first, { ...second, service: 'SEA' }])
    expect(faults).toMatchObject([
      { row: 3, column: 'I', code: 'differs-above', values: { row: 2 } },
    ])
  })

  it('is an order that no request can carry', async () => {
    const long = '名'.repeat(200)
    const skus = Array.from({ length: 5000 }, (_, index) => `S-${index}`)
    const rows = skus.map((sku) => ({
      ...first,
      sku,
      barcode: '',
      sellerBarcode: sku,
      nameZh: long,
    }))
    const read = readOrders(await readSheet(asCsv(orderSheet(rows))), context)
    expect(read).toMatchObject({ orders: [], faults: [{ row: 2, code: 'order-too-large' }] })
  })
})

describe('whatever is typed', () => {
  it('becomes orders that keep the contract, or faults that stand in the sheet', async () => {
    const ids = Object.keys(first) as OrderColumnId[]
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '',
        ' ',
        '=1',
        '1E+12',
        '0',
        '-1',
        '1.5',
        '是',
        'air',
        '2026-01-01',
        '\u202eabc',
        'x'.repeat(300),
      ),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...ids), typed), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const table = csvText(orderSheet([{ ...first, ...Object.fromEntries(changes) }, second]))
          const { orders, faults } = readOrders(
            await readSheet(new TextEncoder().encode(table)),
            context,
          )
          for (const order of orders) expect(parseWire(stockingOrderSchema, order).ok).toBe(true)
          expect(faults.length === 0).toBe(orders.length > 0)
          expect(faults.filter((fault) => fault.code === 'contract')).toEqual([])
          for (const { row } of faults) expect(row).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('what stands in a sheet besides', () => {
  const sheet = orderSheet([first, second])

  it('headings in another order and language are read; unknown, doubled and missing ones are told', async () => {
    const [headings = [], ...rows] = sheet
    const turned = [headings, ...rows].map((row) => row.toReversed())
    turned[0] = headingsOf('en')
      .map((heading) => ` ${heading.toUpperCase()} * `)
      .toReversed()
    expect(readOrders(await readSheet(await asXlsx(turned)), context).faults).toEqual([])

    const odd = sheet.map((row, index) =>
      row.map((value, column) => {
        if (index > 0) return value
        return column === 2 ? 'FNSKU码' : column === 3 ? 'SKU' : value
      }),
    )
    const { faults } = readOrders(await readSheet(await asXlsx(odd)), context)
    expect(faults.map(({ column, code: fault, headingZh }) => [column, fault, headingZh])).toEqual([
      ['', 'heading-missing', '数量'],
      ['', 'heading-missing', '卖家代码'],
      ['C', 'heading-unknown', ''],
      ['D', 'heading-twice', 'SKU'],
    ])
  })

  it('formulas, their errors and merged cells are faults wherever they stand', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: sheet.map((row) => [...row]),
          cells: new Map([
            ['1,2', { formula: 'B2*2', formulaResult: 3, value: 3, type: 'formula' as const }],
            ['2,2', { value: '#N/A', type: 'error' as const }],
          ]),
          merges: [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }],
        },
      ],
    })
    const { faults } = readOrders(await readSheet(bytes), context)
    expect(faults.map(({ row, column, code: fault }) => `${row}${column} ${fault}`)).toEqual([
      '2C formula',
      '2E merged',
      '3C cell-error',
    ])
  })

  it('blank rows, remarks and blanks around a text do not count', async () => {
    const rows = [...sheet, [], ['# later'], ['', '  ', '\u3000'], []]
    const spaced = rows.map((row, index) =>
      row.map((value) =>
        index === 1 && typeof value === 'string' ? `\u00a0 ${value}\u3000` : value,
      ),
    )
    const { orders, faults } = readOrders(await readSheet(await asXlsx(spaced)), context)
    expect(faults).toEqual([])
    expect(orders[0]?.lines).toHaveLength(2)
  })

  it('numbers that Excel made of codes and quantities are what they were', async () => {
    const { orders, faults } = await readRows(
      with1({ sku: 12345, quantity: 7, barcode: 6925000000116, postcode: 90745, weight: '400' }),
    )
    expect(faults).toEqual([])
    expect(orders[0]?.lines[0]).toEqual({ line_no: 1, sku: '12345', plan_qty: 7 })
  })

  it('a code kept as text by ="…" is the code', async () => {
    const { orders } = readOrders(
      await readSheet(asCsv(orderSheet(with1({ sku: '="00123"' })))),
      context,
    )
    expect(orders[0]?.lines[0]?.sku).toBe('00123')
  })

  it('pickup times are the station’s own, typed or as a date of Excel', async () => {
    const at = localTime(new Date(2026, 10, 30, 14, 5))
    for (const pickupAt of [
      '2026-11-30 14:05',
      '2026/11/30 14:05',
      new Date(Date.UTC(2026, 10, 30, 14, 5)),
    ]) {
      const { orders, faults } = await readRows(
        with1({ pickupAt }).map((row) => ({ ...row, pickupAt })),
      )
      expect(faults).toEqual([])
      expect(orders[0]?.pickup_at).toBe(at)
    }
  })
})
