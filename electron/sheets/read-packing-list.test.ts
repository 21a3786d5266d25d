import type { Sku } from '#shared/domain/order.ts'
import { describe, expect, it } from 'vitest'
import { asCsv, packingSheet } from '#tests/support/order-sheets.ts'
import { type PlannableOrder, readPackingList } from './read-packing-list.ts'
import { readSheet } from './read-sheet.ts'

const order = (changes: Partial<PlannableOrder> = {}): PlannableOrder => ({
  isOpen: true,
  isUnderWay: false,
  rules: {},
  ordered: new Map([
    ['MUG', 10],
    ['CUP', 4],
  ]),
  printed: new Map(),
  ...changes,
})

const read = async (
  rows: readonly (readonly (string | number)[])[],
  orders: Readonly<Record<string, PlannableOrder>> = { 'BH-1': order() },
) => readPackingList(await readSheet(asCsv(packingSheet(rows))), new Map(Object.entries(orders)))

const faultsOf = async (...asked: Parameters<typeof read>): Promise<readonly string[]> =>
  (await read(...asked)).faults.map(({ row, column, code }) => `${row}${column} ${code}`)

describe('a packing list', () => {
  it('becomes the planned cartons of each order, by their numbers', async () => {
    const { plans, faults } = await read(
      [
        ['BH-1', 2, 'MUG', 6],
        ['BH-1', 1, 'MUG', 4],
        ['BH-1', 1, 'CUP', 4],
        ['BH-2', 7, 'MUG', 1],
      ],
      { 'BH-1': order(), 'BH-2': order() },
    )
    expect(faults).toEqual([])
    expect(plans).toEqual([
      {
        reference_no: 'BH-1',
        planned_boxes: [
          {
            box_no: 1,
            box_details: [
              { sku: 'MUG', quantity: 4 },
              { sku: 'CUP', quantity: 4 },
            ],
          },
          { box_no: 2, box_details: [{ sku: 'MUG', quantity: 6 }] },
        ],
      },
      {
        reference_no: 'BH-2',
        planned_boxes: [{ box_no: 7, box_details: [{ sku: 'MUG', quantity: 1 }] }],
      },
    ])
  })

  it('must fit its orders, and every misfit is told', async () => {
    const { plans, faults } = await read(
      [
        ['BH-1', 1, 'MUG', 6],
        ['BH-1', 1, 'MUG', 1],
        ['BH-1', 2, 'MUG', 6],
        ['BH-1', 2, 'BOWL', 1],
        ['BH-9', 1, 'MUG', 1],
        ['BH-2', 1, 'MUG', 1],
        ['BH-3', 1, 'MUG', 1],
        ['BH-1', 0, 'CUP', ''],
      ],
      { 'BH-1': order(), 'BH-2': order({ isOpen: false }), 'BH-3': order({ isUnderWay: true }) },
    )
    expect(plans).toEqual([])
    expect(faults.map(({ row, column, code }) => `${row}${column} ${code}`)).toEqual([
      '3C repeated',
      '4D over-planned',
      '5C not-in-order',
      '6A order-unknown',
      '7A order-not-open',
      '8A order-under-way',
      '9B not-whole',
      '9D missing',
    ])
    expect(faults[1]?.values).toEqual({ ordered: 10, planned: 13 })
  })

  it('plans no carton that its order forbids', async () => {
    const rows = [
      ['BH-1', 1, 'MUG', 4],
      ['BH-1', 1, 'CUP', 2],
      ['BH-1', 2, 'MUG', 6],
    ]
    const apart = [['MUG' as Sku, 'CUP' as Sku]]
    expect(await faultsOf(rows, { 'BH-1': order({ rules: { maxSkus: 1 } }) })).toEqual([
      '3C box-skus',
    ])
    expect(await faultsOf(rows, { 'BH-1': order({ rules: { apart } }) })).toEqual(['3C box-apart'])
    expect(await faultsOf(rows, { 'BH-1': order({ rules: { maxUnits: 5 } }) })).toEqual([
      '3D box-units',
      '4D box-units',
    ])
    expect(await faultsOf(rows, { 'BH-1': order({ rules: { maxUnits: 6, maxSkus: 2 } }) })).toEqual(
      [],
    )
  })

  it('leaves cartons as they are whose marks were printed ahead', async () => {
    const printed = new Map([
      [
        1,
        [
          { sku: 'MUG', quantity: 4 },
          { sku: 'CUP', quantity: 1 },
        ],
      ],
    ])
    const orders = { 'BH-1': order({ printed }) }
    const same = [
      ['BH-1', 1, 'CUP', 1],
      ['BH-1', 1, 'MUG', 4],
      ['BH-1', 2, 'MUG', 6],
    ]
    expect(await faultsOf(same, orders)).toEqual([])
    expect(await faultsOf([['BH-1', 1, 'MUG', 4]], orders)).toEqual(['2B mark-printed'])
    expect(await faultsOf([['BH-1', 3, 'MUG', 4]], orders)).toEqual(['2B mark-printed'])
  })
})
