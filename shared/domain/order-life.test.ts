import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartonCode } from './carton-code.ts'
import { cartonStates } from './carton.ts'
import { closingHindrances, laterStatus, shortLines } from './order-life.ts'
import { orderStatuses, type Sku } from './order.ts'

const status = fc.constantFrom(...orderStatuses)
const line = fc.record({
  sku: fc.constantFrom('A', 'B', 'C').map((name) => name as Sku),
  ordered: fc.nat(20),
  packed: fc.nat(20),
})
const carton = fc.record({
  code: fc.integer({ min: 1, max: 9_999 }).map((serial) => cartonCode(serial)),
  cartonNo: fc.integer({ min: 1, max: 99 }),
  state: fc.constantFrom(...cartonStates),
})

test('an order never goes back in its life, whoever knows more', () => {
  fc.assert(
    fc.property(status, fc.option(status), (server, here) => {
      const place = (of: (typeof orderStatuses)[number]) => orderStatuses.indexOf(of)
      const shown = laterStatus(server, here)
      expect(place(shown)).toBe(Math.max(place(server), here === null ? 0 : place(here)))
    }),
  )
})

test('an order closes only with goods, without surplus, with every carton verified, and decided', () => {
  fc.assert(
    fc.property(
      status,
      fc.boolean(),
      fc.array(line, { maxLength: 4 }),
      fc.array(carton, { maxLength: 4 }),
      (stands, undecided, lines, cartons) => {
        const free =
          (stands === 'draft' || stands === 'packing') &&
          !undecided &&
          lines.some(({ packed }) => packed > 0) &&
          lines.every(({ ordered, packed }) => packed <= ordered) &&
          cartons.every(({ state }) => state === 'verified' || state === 'voided')
        const found = closingHindrances({ status: stands, undecided, lines, cartons })
        expect(found.length === 0).toBe(free)
      },
    ),
  )
})

test('a line is short when fewer were packed than ordered', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const short = new Set(shortLines(lines))
      for (const each of lines) expect(short.has(each)).toBe(each.packed < each.ordered)
    }),
  )
})
