import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { base32 } from '#shared/domain/base32.ts'
import { parseMark } from '#shared/domain/mark-payload.ts'
import {
  bench,
  cupCode,
  mugCode,
  packCarton,
  startOnOneOrder,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startStation, type TestStation } from '#tests/support/station.ts'

const recount = (station: TestStation) => station.ask('recount.snapshot', undefined)
const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()

describe('a recount', () => {
  it('is blind, goes on after a restart, and records that the count agrees', async () => {
    const { server, station, home } = await startOnOneOrder()
    const code = await packCarton(station, mugCode, mugCode, cupCode)
    await station.scan('LS!RECOUNT')
    expect(await recount(station)).toMatchObject({ awaitingMark: true, active: null })
    await station.scan(mugCode)
    expect((await recount(station)).feedback).toMatchObject({
      facts: { error: 'recount-needs-mark' },
    })
    await station.scan(code, 'LS!X2', mugCode, mugCode, 'LS!UNDO')
    const counting = await recount(station)
    expect(counting).toMatchObject({
      awaitingMark: false,
      active: { cartonCode: code, phase: 'counting', units: 2, differences: null, matches: null },
    })
    expect(JSON.stringify(counting)).not.toContain('CUP')
    expect((await bench(station)).packed).toBe(3)

    await station.close()
    const again = startStation({ home, server })
    await again.scan(cupCode, 'LS!DONE')
    expect(await recount(again)).toMatchObject({
      active: { phase: 'finished', matches: true, units: 3 },
    })
    await again.scan('LS!ACK')
    expect((await recount(again)).active).toBeNull()
    await again.scan(mugCode)
    expect((await bench(again)).packed).toBe(4)
    await uploaded(again)
    expect((await again.ask('sync.health', undefined)).refusals).toEqual([])
  })

  it('shows what differs and opens the carton to put it right', async () => {
    const { station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode, mugCode)
    await station.ask('bench.leave', undefined)
    await station.ask('recount.start', { code })
    await expect(station.ask('recount.start', { code })).rejects.toMatchObject({
      code: 'recount-running',
    })
    await station.scan(mugCode, cupCode, 'NOTHING-KNOWN')
    expect((await recount(station)).feedback?.outcome).toBe('unknown-code')
    await station.ask('recount.finish', undefined)
    expect((await recount(station)).active).toMatchObject({
      matches: false,
      differences: [
        { sku: 'MUG', expected: 2, counted: 1 },
        { sku: 'CUP', expected: 0, counted: 1 },
      ],
    })
    await station.scan('LS!ACK')
    expect((await recount(station)).active).not.toBeNull()
    await station.ask('recount.reopen', { reason: '复核不符' })
    expect((await recount(station)).active).toBeNull()
    expect(await bench(station)).toMatchObject({
      orderNo: 'BH-1',
      carton: { code, revision: 2, state: 'open', units: 2 },
    })
    await uploaded(station)
    expect((await station.ask('sync.health', undefined)).refusals).toEqual([])
  })

  it('waits until the bench is free, and takes no open or unknown carton', async () => {
    const { station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode)
    await station.scan(cupCode)
    await expect(station.ask('recount.start', { code })).rejects.toMatchObject({
      code: 'carton-unfinished',
    })
    await station.scan('LS!UNDO')
    await station.ask('bench.leave', undefined)
    await expect(station.ask('recount.start', { code: 'LS0003041187N' })).rejects.toMatchObject({
      code: 'carton-unknown',
    })
    await expect(station.ask('recount.undo', undefined)).rejects.toMatchObject({
      code: 'recount-absent',
    })
  })
})

it('spots from its QR alone a mark that does not say what the carton holds', async () => {
  const { server, station } = await startOnOneOrder()
  await server.close()
  const code = await packCarton(station, mugCode, mugCode)
  await until(async () => {
    expect(await station.ask('training.prints', undefined)).toHaveLength(2)
  })
  const [print] = await station.ask('training.prints', undefined)
  const own = print?.symbols.find(({ format }) => format === 'qr')?.text ?? ''
  await station.scan(own)
  expect((await bench(station)).feedback?.outcome).toBe('mark-already-verified')
  const head = [code, 'BH-1', 'US-LAX-02', '1', '1']
  const digest = own.replace(/.*;D=([A-Z2-7]{12});.*/, '$1')
  const forged = own
    .replace('MUG*2', 'MUG*3')
    .replace(digest, base32(sha256([...head, 'MUG*3'].join('|')), 12))
  expect(parseMark(forged, sha256)).not.toBeNull()
  await station.scan(forged)
  expect(await bench(station)).toMatchObject({
    locked: true,
    feedback: { outcome: 'mark-digest-differs', facts: { cartonCode: code } },
  })
})
