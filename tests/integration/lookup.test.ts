import { describe, expect, it } from 'vitest'
import type { LookupView } from '#shared/contract/lookup-views.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  packCarton,
  startOnOneOrder,
  until,
} from '#tests/support/one-order-station.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'

const lookup = (station: TestStation): Promise<LookupView> =>
  station.ask('lookup.snapshot', undefined)
const scanned = async (station: TestStation, text: string): Promise<LookupView> => {
  await station.scan(text)
  return lookup(station)
}

describe('查找', () => {
  it('opens at the page of a carton whose mark is scanned without an order in hand', async () => {
    const { station } = await startOnOneOrder()
    const first = await packCarton(station, mugCode)
    const second = await packCarton(station, cupCode)
    await station.scan(first)
    expect((await lookup(station)).isOpen).toBe(false)
    await station.ask('bench.leave', undefined)
    expect(await scanned(station, first)).toMatchObject({ isOpen: true, cartonCode: first })
    expect((await bench(station)).feedback).toMatchObject({ outcome: 'carton-known' })
    expect(station.latest('lookup')).toMatchObject({ isOpen: true, cartonCode: first })
    expect(await scanned(station, second)).toMatchObject({ cartonCode: second })
    expect((await scanned(station, 'LS!ACK')).isOpen).toBe(false)
  })

  it('packs nothing that is scanned into it, and goes back to the carton in hand', async () => {
    const { station } = await startOnOneOrder()
    const done = await packCarton(station, cupCode)
    await station.scan(mugCode)
    const before = await bench(station)
    expect(await scanned(station, 'LS!FIND')).toMatchObject({ isOpen: true, cartonCode: null })
    expect(await scanned(station, mugCode)).toMatchObject({
      asked: { found: { goods: { rows: [{ sku: 'MUG' }] } }, problem: null },
    })
    expect(await scanned(station, done)).toMatchObject({ cartonCode: done })
    await station.ask('lookup.show', null)
    expect(await lookup(station)).toMatchObject({ isOpen: true, cartonCode: null })
    for (const [text, code] of [
      ['LS!DONE', 'lookup-open'],
      ['LS!UNDO', 'lookup-open'],
      ['LSC1;broken', 'search-unreadable'],
    ] as const) {
      expect(await scanned(station, text), text).toMatchObject({ asked: { problem: { code } } })
    }
    await station.ask('lookup.show', done)
    expect(await scanned(station, 'LS!DONE')).toMatchObject({ cartonCode: done })
    expect(await scanned(station, 'NOTHING-KNOWN')).toMatchObject({ cartonCode: null })
    expect(await scanned(station, 'BH-1')).toMatchObject({
      isOpen: true,
      asked: { found: { orders: { rows: [{ orderNo: 'BH-1' }] } } },
    })
    expect(await bench(station)).toMatchObject({ packed: before.packed, rev: before.rev })
    expect((await scanned(station, 'LS!BACK')).isOpen).toBe(false)
    await station.scan(mugCode)
    expect((await bench(station)).carton?.units).toBe(2)
  })

  it('weighs nothing in until it is closed', async () => {
    const { station } = await startOnOneOrder()
    await station.ask('training.place', 0)
    await station.scan(mugCode, 'LS!DONE')
    await station.ask('lookup.open', undefined)
    await station.ask('training.place', null)
    await until(() => expect(station.latest('scale')).toMatchObject({ stable: true }))
    expect((await bench(station)).step).toBe('weighing')
    await station.ask('lookup.close', undefined)
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  })

  it('lets an order be opened and a recount be begun by their scans, when no order is in hand', async () => {
    const { station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode)
    await station.ask('bench.leave', undefined)
    await station.scan(code, 'LS!RECOUNT', code)
    expect(await lookup(station)).toMatchObject({ isOpen: false })
    expect((await station.ask('recount.snapshot', undefined)).active).toMatchObject({
      cartonCode: code,
    })
    await station.ask('recount.leave', undefined)
    await station.scan(code)
    expect((await scanned(station, 'BH-1')).isOpen).toBe(false)
    expect((await bench(station)).orderNo).toBe('BH-1')
  })

  it('ends with whatever is done at the bench by hand', async () => {
    const { station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode)
    await station.ask('bench.leave', undefined)
    await station.scan(code)
    await station.ask('cartons.list', 'BH-1')
    expect((await lookup(station)).isOpen).toBe(true)
    await station.ask('bench.open', 'BH-1')
    expect((await lookup(station)).isOpen).toBe(false)
    await station.scan(cupCode)
    expect((await bench(station)).carton?.units).toBe(1)
  })

  it('is not opened over wrong goods, nor over a recount', async () => {
    const { station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode)
    await station.scan('NOTHING-KNOWN')
    await expect(station.ask('lookup.open', undefined)).rejects.toMatchObject({
      code: 'scanning-locked',
    })
    expect((await scanned(station, 'LS!FIND')).isOpen).toBe(false)
    expect(await bench(station)).toMatchObject({
      locked: true,
      feedback: { outcome: 'unknown-code' },
    })
    await station.scan('LS!ACK')
    await station.ask('recount.start', { code })
    expect((await scanned(station, 'LS!FIND')).isOpen).toBe(false)
    await expect(station.ask('lookup.show', code)).rejects.toMatchObject({
      code: 'recount-running',
    })
    await station.ask('recount.leave', undefined)
    await expect(station.ask('lookup.show', 'LS0003041187N')).rejects.toMatchObject({
      code: 'carton-unknown',
    })
  })

  it('asks no supervisor for what it does not let through, and shows no badge', async () => {
    const server = await startServer([mugsAndCups()])
    const station = startStation({
      server,
      operators: [
        { id: 'p1', name: '王敏', badge: 'EMP-0001' },
        { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
      ],
    })
    await expect(station.ask('lookup.open', undefined)).rejects.toMatchObject({
      code: 'operator-absent',
    })
    await station.scan('EMP-0001')
    await until(async () => {
      await station.scan('BH-1', mugCode)
      expect((await bench(station)).carton?.units).toBeGreaterThan(0)
    })
    await station.ask('lookup.open', undefined)
    expect(await scanned(station, 'LS!VOID')).toMatchObject({
      asked: { problem: { code: 'lookup-open' } },
    })
    const view = await scanned(station, 'EMP-9001')
    expect(JSON.stringify(view)).not.toContain('EMP-9001')
    expect((await bench(station)).carton).not.toBeNull()
  })
})
