import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseWire, stockingOrderSchema, type WireOrder } from '#shared/contract/linkstar-api.ts'
import { transportModes } from '#shared/domain/order.ts'

const folder = join(import.meta.dirname, '../../resources/training')
const files = readdirSync(folder)

const read = (file: string): WireOrder => {
  const parsed = parseWire(
    stockingOrderSchema,
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  )
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.error)}`)
  return parsed.value
}

const orders = files.map(read)
const skus = orders.flatMap((order) => order.skus)

/** GS1 General Specifications, 7.9: weights 3 and 1 from the right. */
const checkDigit = (body: string): string => {
  const sum = Array.from(body)
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

const lengths: Readonly<Record<string, number>> = { ean: 13, upc: 12, gtin: 14, case: 14 }

describe('the training orders', () => {
  it.each(files)('%s obeys the contract and is named after its order', (file) => {
    expect(`${read(file).reference_no}.json`).toBe(file)
  })

  it('bear order numbers as the field writes them, each once', () => {
    const numbers = orders.map((order) => order.reference_no)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.filter((number) => !/^BH\d{8}-\d{4}$/.test(number))).toEqual([])
  })

  it('are a dozen or more, with 3 to 40 SKUs', () => {
    const sizes = orders.map((order) => order.skus.length)
    expect(orders.length).toBeGreaterThanOrEqual(12)
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([3, 40])
  })

  it('use every transport mode, both duty terms and every destination', () => {
    const modes = new Set(orders.map((order) => order.transport_type))
    const countries = new Set(orders.map((order) => order.warehouse.country))
    const terms = new Set(orders.map((order) => order.duty_terms))
    expect([...modes].toSorted()).toEqual([...transportModes].toSorted())
    expect([...countries].toSorted()).toEqual(['AU', 'CA', 'DE', 'GB', 'JP', 'US'])
    expect(terms.size).toBe(2)
  })

  it('carry codes whose check digits are right', () => {
    const wrong = skus
      .flatMap((sku) => sku.barcodes)
      .filter(({ kind, value }) => {
        const length = lengths[kind]
        if (length === undefined) return false
        return value.length !== length || checkDigit(value.slice(0, -1)) !== value.at(-1)
      })
    expect(wrong).toEqual([])
  })

  it('carry FNSKUs of the right shape', () => {
    const fnskus = skus.flatMap((sku) => sku.barcodes).filter(({ kind }) => kind === 'fnsku')
    expect(fnskus.length).toBeGreaterThan(20)
    expect(fnskus.filter(({ value }) => !/^X00[0-9A-Z]{7}$/.test(value))).toEqual([])
  })

  it('give one code to one SKU only, and one description to one SKU', () => {
    const owners = new Map<string, string>()
    const bodies = new Map<string, string>()
    for (const sku of skus) {
      const body = JSON.stringify(sku)
      expect(bodies.get(sku.sku) ?? body).toBe(body)
      bodies.set(sku.sku, body)
      for (const { value } of sku.barcodes) {
        expect(owners.get(value) ?? sku.sku).toBe(sku.sku)
        owners.set(value, sku.sku)
      }
    }
  })
})

describe('the training orders can show each scan verdict', () => {
  const described = (order: WireOrder, sku: string) => order.skus.find((one) => one.sku === sku)

  it('a line of twelve, with a case that is larger than what remains after one unit', () => {
    const found = orders.some((order) =>
      order.lines.some(
        (line) =>
          line.plan_qty === 12 &&
          described(order, line.sku)?.barcodes.some(
            ({ kind, units }) => kind === 'case' && units === 12,
          ),
      ),
    )
    expect(found).toBe(true)
  })

  it('a unit label that is required beside a bare EAN, by kind and as one exact code', () => {
    const required = skus.filter((sku) => sku.required_barcode !== undefined)
    const byKind = required.filter((sku) => sku.required_barcode === 'fnsku')
    expect(byKind.length).toBeGreaterThan(5)
    expect(required.length).toBeGreaterThan(byKind.length)
    for (const sku of byKind) {
      const kinds = sku.barcodes.map(({ kind }) => kind)
      expect(kinds).toEqual(expect.arrayContaining(['ean', 'fnsku']))
    }
  })

  it('liquid and battery in one order, and a magnetic one', () => {
    const classes = orders.map((order) => order.cargo_classes)
    expect(classes.some((c) => c.includes('liquid') && c.includes('battery'))).toBe(true)
    expect(classes.some((c) => c.includes('magnetic'))).toBe(true)
  })

  it('SKUs of 6 kg and more to the United States, so that 30 kg is soon reached', () => {
    const heavy = orders
      .filter((order) => order.warehouse.country === 'US')
      .flatMap((order) => order.skus)
      .filter((sku) => sku.unit_weight_g >= 6000)
    expect(heavy.length).toBeGreaterThanOrEqual(3)
  })

  it('look-alike pairs, black and white', () => {
    const names = new Set(skus.map((sku) => sku.sku))
    const pairs = [...names].filter(
      (name) => name.endsWith('-BK') && names.has(name.replace(/BK$/, 'WH')),
    )
    expect(pairs.length).toBeGreaterThanOrEqual(4)
  })

  it('declares a battery wherever the cargo class says so, and nowhere else', () => {
    const disagreeing = skus.filter(
      (sku) => (sku.cargo_class === 'battery') !== (sku.battery !== undefined),
    )
    expect(disagreeing).toEqual([])
  })

  it('tells of each order all the cargo classes it holds', () => {
    for (const order of orders) {
      const held = new Set(order.skus.map((sku) => sku.cargo_class))
      expect(new Set(order.cargo_classes)).toEqual(held)
    }
  })
})
