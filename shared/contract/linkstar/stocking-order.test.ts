import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWire, stockingOrderSchema } from '#shared/contract/linkstar-api.ts'

const sku = (code: string, barcode: string) => ({
  sku: code,
  name_zh: '陶瓷马克杯',
  name_en: 'Ceramic mug',
  barcodes: [
    { value: barcode, kind: 'ean', units: 1 },
    { value: `1${barcode}`, kind: 'case', units: 12 },
  ],
  unit_weight_g: 430,
  unit_size_mm: { l: 130, w: 110, h: 115 },
  declared_value: { currency: 'USD', minor_units: 310 },
  origin: 'CN',
  cargo_class: 'general',
})

const order = () => ({
  reference_no: 'BH20261123-0047',
  revision: 1,
  status: 'packing',
  seller: { code: 'SZ-1', name_zh: '深圳悦禾', name_en: 'Shenzhen Yuehe' },
  warehouse: {
    code: 'US-LAX-02',
    name_zh: '洛杉矶二号仓',
    name_en: 'Los Angeles Warehouse 2',
    country: 'US',
    address_lines: ['2180 Harbor Logistics Way'],
    postcode: '90745',
  },
  transport_type: 'sea-lcl',
  service_code: 'SEA-US-STD',
  duty_terms: 'DDP',
  cargo_classes: ['general'],
  packing_mode: 'scan',
  is_pickup: false,
  lines: [
    { line_no: 1, sku: 'MUG-BK', plan_qty: 12 },
    { line_no: 2, sku: 'MUG-WH', plan_qty: 12 },
  ],
  skus: [sku('MUG-BK', '6971000000010'), sku('MUG-WH', '6971000000027')],
  created_at: '2026-11-23T09:12:00+08:00',
})

/** The order with the value at a path replaced; `undefined` takes the field away. */
const altered = (path: readonly (string | number)[], value: unknown): unknown => {
  const copy: unknown = structuredClone(order())
  let at = copy as Record<string | number, unknown>
  for (const part of path.slice(0, -1)) at = at[part] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete at[last]
  else at[last] = value
  return copy
}

const issuesOf = (input: unknown) => {
  const parsed = parseWire(stockingOrderSchema, input)
  return parsed.ok ? [] : parsed.error
}

describe('a stocking order on the wire', () => {
  it('is taken as it is', () => {
    expect(parseWire(stockingOrderSchema, order())).toEqual({ ok: true, value: order() })
  })

  it('may hold fields that nobody here knows', () => {
    const parsed = parseWire(stockingOrderSchema, { ...order(), incoterms_2030: 'X' })
    expect(parsed).toEqual({ ok: true, value: order() })
  })

  const taken: readonly (readonly [path: readonly (string | number)[], value: unknown])[] = [
    [['insurance'], true],
    [['insurance'], { insured_value: { currency: 'USD', minor_units: 185_000 } }],
    [['instructions'], ['轻拿轻放']],
    [['skus', 0, 'required_barcode'], 'fnsku'],
    [['skus', 0, 'required_barcode'], '6971000000010'],
    [['pickup_at'], '2026-11-27T14:00:00Z'],
    [['planned_boxes'], [{ box_no: 1, box_details: [{ sku: 'MUG-BK', quantity: 12 }] }]],
    [['skus', 0, 'barcodes', 1, 'value'], 'MUG-BK'],
    [['carton_rules'], {}],
    [['carton_rules'], { max_skus: 1, max_units: 150, max_gross_g: 15_000, max_side_mm: 635 }],
    [['carton_rules'], { keep_apart: [['MUG-BK', 'MUG-WH']] }],
  ]
  it.each(taken)('takes %j as %j', (path, value) => {
    expect(issuesOf(altered(path, value))).toEqual([])
  })

  const refused: readonly (readonly [
    path: readonly (string | number)[],
    value: unknown,
    at: string,
    message: RegExp,
  ])[] = [
    [['lines', 1, 'plan_qty'], undefined, 'lines[1].plan_qty', /^is missing$/],
    [['status'], undefined, 'status', /^is missing$/],
    [['lines', 1, 'plan_qty'], 0, 'lines[1].plan_qty', /1/],
    [['lines', 1, 'plan_qty'], 1.5, 'lines[1].plan_qty', /int/],
    [['lines', 1, 'plan_qty'], '12', 'lines[1].plan_qty', /number/],
    [['lines', 1, 'sku'], 'MUG-BK', 'lines[1].sku', /already stands in lines\[0\]/],
    [['lines', 1, 'line_no'], 1, 'lines[1].line_no', /already stands in lines\[0\]/],
    [['lines', 1, 'sku'], 'VASE', 'lines[1].sku', /not described in skus/],
    [['skus', 1, 'sku'], 'MUG-BK', 'skus[1].sku', /already stands in skus\[0\]/],
    [
      ['skus', 1, 'barcodes', 0, 'value'],
      '6971000000010',
      'skus[1].barcodes[0].value',
      /already a code of MUG-BK/,
    ],
    [
      ['skus', 0, 'barcodes', 1, 'value'],
      '6971000000010',
      'skus[0].barcodes[1].units',
      /already stands for 1 units/,
    ],
    [['skus', 0, 'required_barcode'], 'X001', 'skus[0].required_barcode', /kind of barcode/],
    [['skus', 0, 'name_zh'], '杯\u0000', 'skus[0].name_zh', /control/],
    [['skus', 0, 'barcodes', 0, 'value'], '69\u001d71', 'skus[0].barcodes[0].value', /control/],
    [['skus', 0, 'name_en'], 'Mug\ud800', 'skus[0].name_en', /Unicode/],
    [['skus', 0, 'unit_size_mm', 'h'], 0, 'skus[0].unit_size_mm.h', /1/],
    [['skus', 0, 'unit_weight_g'], 0, 'skus[0].unit_weight_g', /1/],
    [['skus', 0, 'origin'], 'UK', 'skus[0].origin', /alpha-2/],
    [['warehouse', 'country'], 'us', 'warehouse.country', /alpha-2/],
    [['warehouse', 'address_lines'], ['  '], 'warehouse.address_lines[0]', /blank/],
    [['reference_no'], 'bh-1', 'reference_no', /A-Z/],
    [['created_at'], '2026-11-23 09:12', 'created_at', /ISO 8601/],
    [['created_at'], '2026-11-23T09:12:00', 'created_at', /offset/],
    [['transport_type'], 'camel', 'transport_type', /air/],
    [['insurance'], 'yes', 'insurance', /./],
    [
      ['planned_boxes'],
      [{ box_no: 1, box_details: [{ sku: 'VASE', quantity: 1 }] }],
      'planned_boxes[0].box_details[0].sku',
      /no line/,
    ],
    [['carton_rules'], { max_skus: 0 }, 'carton_rules.max_skus', /1/],
    [['carton_rules'], { keep_apart: [['MUG-BK']] }, 'carton_rules.keep_apart[0]', /2/],
    [
      ['carton_rules'],
      { keep_apart: [['MUG-BK', 'MUG-WHITE']] },
      'carton_rules.keep_apart[0][1]',
      /no line/,
    ],
  ]
  it.each(refused)('refuses %j as %j', (path, value, at, message) => {
    expect(issuesOf(altered(path, value))).toContainEqual(
      expect.objectContaining({
        path: at,
        message: expect.stringMatching(message) as unknown,
      }),
    )
  })

  const both = [
    { sku: 'MUG-BK', quantity: 2 },
    { sku: 'MUG-WH', quantity: 2 },
  ]
  it.each([
    [{ max_skus: 1 }, 'a carton holds at most 1 SKUs'],
    [{ max_units: 3 }, '4 units, a carton holds at most 3'],
    [{ keep_apart: [['MUG-WH', 'MUG-BK']] }, 'MUG-WH must not share a carton with MUG-BK'],
  ])('refuses planned cartons that break its own rules %j', (carton_rules, message) => {
    const planned = { ...order(), planned_boxes: [{ box_no: 1, box_details: both }] }
    expect(issuesOf(planned)).toEqual([])
    expect(issuesOf({ ...planned, carton_rules })).toEqual([
      expect.objectContaining({ path: 'planned_boxes[0].box_details', message }),
    ])
  })

  it('refuses a control character in any text, and names the field', () => {
    const texts: readonly (readonly [(string | number)[], string])[] = [
      [['seller', 'name_zh'], 'seller.name_zh'],
      [['service_code'], 'service_code'],
      [['warehouse', 'postcode'], 'warehouse.postcode'],
      [['skus', 1, 'sku'], 'skus[1].sku'],
      [['lines', 0, 'sku'], 'lines[0].sku'],
    ]
    const control = fc.oneof(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 127, max: 159 }))
    fc.assert(
      fc.property(fc.constantFrom(...texts), control, fc.string(), ([path, at], code, rest) => {
        const text = `a${String.fromCharCode(code)}${rest.slice(0, 8)}b`
        expect(issuesOf(altered(path, text)).map((issue) => issue.path)).toContain(at)
      }),
    )
  })

  it('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(parseWire(stockingOrderSchema, json).ok).toBe(false)
      }),
    )
  })
})
