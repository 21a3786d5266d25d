import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commandSchemas, parseWire } from '#shared/contract/linkstar-api.ts'
import { cartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import { commandHash } from '#electron/command-hash/index.ts'
import { openStore, type Store } from '#electron/store/index.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { factToCommand } from './wire-facts.ts'

const told = {
  orderNo: 'SO-1' as OrderNo,
  code: cartonCode(7),
  revision: 1,
  station: '打包台 1',
  at: '2026-11-23T09:30:00+08:00',
}
const side = millimetres(400)
const sealed: Fact = {
  ...told,
  type: 'carton-sealed',
  carton: {
    ...told,
    cartonNo: 3,
    state: 'sealed',
    boxType: {
      id: 'M',
      nameZh: '中号箱',
      nameEn: 'Medium',
      size: { length: side, width: side, height: side },
      tare: grams(600),
    },
    contents: [{ sku: 'SKU-A' as Sku, quantity: 2 }],
    weight: { gross: grams(1300), source: 'manual', reason: 'scale broken' },
  },
}
const facts: readonly Fact[] = [
  sealed,
  { ...told, type: 'carton-reopened', revision: 2, reason: 'one unit too many' },
  { ...told, type: 'carton-voided', reason: 'crushed' },
  { ...told, type: 'label-printed', side: 1, page: 1, copy: 0, sha256: 'a'.repeat(64) },
  { ...told, type: 'carton-verified' },
  {
    ...told,
    type: 'carton-recounted',
    counts: [{ sku: 'SKU-A' as Sku, quantity: 3 }],
    differences: [{ sku: 'SKU-A' as Sku, expected: 2, counted: 3 }],
    outcome: 'left-as-is',
  },
  {
    orderNo: told.orderNo,
    station: told.station,
    at: told.at,
    type: 'order-closed',
    shortLines: [{ sku: 'SKU-A' as Sku, ordered: 5, packed: 2, reason: 'damaged' }],
  },
  {
    orderNo: told.orderNo,
    station: told.station,
    at: told.at,
    type: 'order-change-declined',
    revision: 2,
    change: 'cancelled',
  },
]

let folder: string
let store: Store
let outbox: Outbox
let minute = 0
const rows = () =>
  store
    .prepare()((db) => db.selectFrom('outbox').selectAll().orderBy('epoch').orderBy('seq'))
    .all({})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'))
  store = openStore(folder)
  minute = 0
  outbox = createOutbox(store, () => new Date(Date.UTC(2026, 10, 23, 1, (minute += 1))))
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})
const enrol = (): void => {
  store
    .prepare()((db) => db.insertInto('station').values({ only: 1, station_id: 's1', epoch: 4 }))
    .run({})
}

describe('outbox', () => {
  test('takes nothing before the station is enrolled', () => {
    expect(() => store.transaction(() => outbox.record(sealed))).toThrow(
      expect.objectContaining({ code: 'not-enrolled' }),
    )
    expect(outbox.pendingCount()).toBe(0)
  })

  test('numbers commands without gaps, also where a transaction was undone', () => {
    enrol()
    store.transaction(() => outbox.record(sealed))
    expect(() =>
      store.transaction(() => {
        outbox.record(sealed)
        throw new Error('undone')
      }),
    ).toThrow('undone')
    store.transaction(() => outbox.record(sealed))
    expect(rows().map(({ epoch, seq }) => [epoch, seq])).toEqual([
      [4, 1],
      [4, 2],
    ])
    expect(outbox.pendingCount()).toBe(2)
    expect(outbox.oldestPendingAt()).toBe('2026-11-23T01:01:00.000Z')
    expect(outbox.unsentSeals()).toEqual(new Set([told.code]))
  })

  test('keeps canonical JSON and its hash', () => {
    enrol()
    outbox.append({ type: 'lease-carton-numbers', payload: { reference_no: 'SO-1', count: 5 } })
    const payload = { count: 5, reference_no: 'SO-1' }
    expect(rows()[0]).toMatchObject({
      payload: '{"count":5,"reference_no":"SO-1"}',
      hash: commandHash('lease-carton-numbers', payload),
    })
  })

  test('every fact fits the contract, whatever people typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...facts),
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 120 }),
        (fact, reason, station) => {
          const typed: Fact =
            fact.type === 'carton-sealed'
              ? {
                  ...fact,
                  station,
                  carton: { ...fact.carton, weight: { ...fact.carton.weight, reason } },
                }
              : { ...fact, station, ...('reason' in fact ? { reason } : {}) }
          const { type, payload } = factToCommand(typed)
          expect(parseWire(commandSchemas[type], payload)).toMatchObject({ ok: true })
          expect(commandHash(type, payload)).toMatch(/^[0-9a-f]{64}$/)
        },
      ),
    )
  })
})
