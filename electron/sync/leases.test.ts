import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { openStore, type Store } from '#electron/store/index.ts'
import { codesKey, createLeases, type LeaseBook } from './leases.ts'
import { createOutbox, type Outbox } from './outbox.ts'

const order = 'SO-1' as OrderNo
const sizes = { codes: 3, numbers: 4, numbersLow: 1 }

let now = Date.parse('2026-11-23T01:00:00Z')
const clock = () => new Date(now)

let folder: string
let store: Store
let outbox: Outbox
let leases: LeaseBook

const open = (): void => {
  store = openStore(folder)
  outbox = createOutbox(store, clock)
  leases = createLeases(store, outbox, clock, sizes)
}
const enrol = (): void => {
  store
    .prepare()((db) => db.insertInto('station').values({ only: 1, station_id: 's1', epoch: 1 }))
    .run({})
}
const answerAll = (): void => {
  store
    .prepare()((db) => db.updateTable('outbox').set({ result: '{}' }))
    .run({})
}
const requests = (): string[] =>
  store
    .prepare()((db) => db.selectFrom('outbox').select(['type', 'payload']).orderBy('seq'))
    .all({})
    .map(({ type, payload }) => `${type} ${payload}`)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leases-'))
  open()
  enrol()
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

describe('leases', () => {
  test('nothing leased, nothing given', () => {
    expect(leases.takeCode()).toBeNull()
    expect(leases.takeCartonNo(order)).toBeNull()
    expect(leases.codesLeft()).toBe(0)
  })

  test('a carton code or number never comes twice, whatever is rolled back and however often it restarts', () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.constant('code' as const) },
      { weight: 3, arbitrary: fc.constant('number' as const) },
      fc.constantFrom(...(['rollback', 'restart', 'grant', 'burn', 'overlap'] as const)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const codes = new Set<string>()
        const numbers = new Set<number>()
        let granted = 0
        for (const what of steps) {
          if (what === 'restart') {
            store.close()
            open()
          }
          try {
            store.transaction(() => {
              if (what === 'grant') {
                granted += 1
                leases.add({ kind: 'codes', first: granted * 10, last: granted * 10 + 2 })
                leases.add({
                  kind: 'numbers',
                  orderNo: order,
                  first: granted * 5,
                  last: granted * 5 + 3,
                })
              }
              if (what === 'overlap') {
                leases.add({ kind: 'codes', first: granted * 10 + 2, last: granted * 10 + 9 })
              }
              if (what === 'burn') leases.burn()
              if (what === 'rollback') {
                leases.takeCode()
                leases.takeCartonNo(order)
                throw new Error('rolled back')
              }
              if (what === 'code') {
                const left = leases.codesLeft()
                const code = leases.takeCode()
                expect(code === null).toBe(left === 0)
                if (code === null) return
                expect(codes).not.toContain(code)
                codes.add(code)
                expect(leases.codesLeft()).toBe(left - 1)
              }
              if (what === 'number') {
                const number = leases.takeCartonNo(order)
                if (number === null) return
                expect(numbers).not.toContain(number)
                numbers.add(number)
              }
            })
          } catch (error) {
            if (what === 'rollback') continue
            if (what === 'overlap' && error instanceof AppError) continue
            throw error
          }
        }
        store.close()
        rmSync(folder, { recursive: true })
        open()
        enrol()
      }),
      { numRuns: 15, examples: [[['grant', 'code', 'restart', 'code', 'code', 'code']]] },
    )
  })

  test('asks for one block at a time until two are in hand, and again when one is used up', () => {
    leases.topUp('all')
    leases.topUp('all')
    expect(requests()).toEqual(['lease-codes {"count":3}'])
    answerAll()
    leases.add({ kind: 'codes', first: 1, last: 3 })
    expect(requests()).toHaveLength(2)
    answerAll()
    leases.add({ kind: 'codes', first: 11, last: 13 })
    expect(requests()).toHaveLength(2)
    for (let taken = 0; taken < 3; taken += 1) leases.takeCode()
    expect(requests()).toHaveLength(3)
    leases.takeCode()
    expect(requests()).toHaveLength(3)
  })

  test('tops the numbers of an order up when few are left, one request outstanding', () => {
    leases.add({ kind: 'numbers', orderNo: order, first: 1, last: 4 })
    leases.takeCartonNo(order)
    leases.takeCartonNo(order)
    expect(requests()).toEqual([])
    leases.takeCartonNo(order)
    leases.takeCartonNo(order)
    expect(requests()).toEqual(['lease-carton-numbers {"count":4,"reference_no":"SO-1"}'])
  })

  test('waits after a refusal before it asks again', () => {
    leases.refused(codesKey)
    leases.topUp('all')
    expect(requests()).toEqual([])
    now += 5 * 60_000
    leases.topUp('all')
    expect(requests()).toHaveLength(1)
  })

  test('gives nothing that was leased before a new enrolment', () => {
    leases.add({ kind: 'codes', first: 1, last: 3 })
    leases.burn()
    expect(leases.codesLeft()).toBe(0)
    expect(leases.takeCode()).toBeNull()
  })
})
