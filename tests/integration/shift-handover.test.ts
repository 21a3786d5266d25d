import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bench, cupCode, mugCode, mugsAndCups, until } from '#tests/support/one-order-station.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { OrderText } from '#tests/support/wire-orders.ts'

const operators = [
  { id: 'p1', name: '王敏', badge: 'EMP-0001' },
  { id: 'p2', name: '李强', badge: 'EMP-0002' },
  { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
]

const planned = (): OrderText => ({
  ...mugsAndCups(9, 9),
  packing_mode: 'planned',
  planned_boxes: [1, 2].map((no) => ({
    box_no: no,
    box_details: [{ sku: 'CUP', quantity: 1 }],
  })),
})

const shift = (station: TestStation) => station.ask('shift.snapshot', undefined)
const answer = async (station: TestStation) => {
  const { feedback } = await shift(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}
const items = async (station: TestStation) =>
  ((await shift(station)).active?.items ?? []).map(({ code, kind, state }) => [code, kind, state])

const rows = (home: string, query: string): unknown[] => {
  const store = new Database(join(home, 'station.db'), { readonly: true })
  try {
    return store.prepare(query).all()
  } finally {
    store.close()
  }
}
const written = (home: string): unknown[] =>
  rows(home, 'select state, from_operator, to_operator, items from shift_handovers order by id')

const ready = async (station: TestStation): Promise<void> =>
  until(async () => {
    expect(await station.ask('orders.list', undefined)).toHaveLength(1)
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })

const codeInHand = async (station: TestStation): Promise<string> => {
  const { carton } = await bench(station)
  if (carton === null) throw new Error('no carton in hand')
  return carton.code
}

const park = async (station: TestStation, command: string): Promise<string> => {
  const code = await codeInHand(station)
  await station.scan(command)
  await until(async () => {
    const found = (await station.ask('parked.list', undefined)).find((each) => each.code === code)
    expect(found?.label).toBe('printed')
  })
  return code
}

/** Sealed on the scale, with its marks out. */
const seal = async (station: TestStation): Promise<string> => {
  await station.ask('training.place', 0)
  await station.scan('LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  await station.ask('training.place', 0)
  return codeInHand(station)
}

/** An uncertain planned mark, a verified carton, one parked, one before the scale, and one that is not scanned back. */
const endOfShift = async () => {
  const printer = await startTcpPrinter({ kind: 'paper-out', after: 3, bytes: 3_000 })
  onTestFinished(() => printer.close())
  const server = await startServer([planned()])
  const options = { server, home: tempFolder(), printer: printer.address, operators }
  const before = startStation(options)
  await ready(before)
  await before.scan('EMP-0001')
  await before.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: 2 })
  await until(() => expect(printer.received[3]?.length).toBeGreaterThan(0))
  await before.close()
  printer.behave({ kind: 'accept' })

  const station = startStation(options)
  await ready(station)
  await station.ask('printing.resume', 'p1')
  await station.ask('bench.open', 'BH-1')
  await station.scan('LS!UNIT')
  await until(async () => {
    await station.scan(mugCode)
    expect((await bench(station)).carton?.units).toBe(1)
  })
  const verified = await seal(station)
  await station.scan(verified, verified)
  await station.scan(mugCode)
  const parked = await park(station, 'LS!PARK')
  await station.scan(mugCode, 'LS!DONE')
  const queued = await park(station, 'LS!QUEUE')
  await station.scan(cupCode)
  const unverified = await seal(station)
  const [fine, mark] = await station.ask('printing.planned', 'BH-1')
  return {
    station,
    options,
    codes: { verified, parked, queued, unverified, mark: mark?.code ?? '', fine: fine?.code ?? '' },
  }
}

describe('交班', () => {
  it('puts everything in hand into one list, accepted by scans, through a restart, and ended by the badge of the successor', async () => {
    const { station, options, codes } = await endOfShift()
    const { home } = options
    await station.scan('LS!SHIFT')
    expect(await items(station)).toEqual([
      [codes.parked, 'parked', 'open'],
      [codes.queued, 'queued', 'open'],
      [codes.unverified, 'unverified', 'open'],
      [codes.mark, 'label', 'open'],
    ])
    expect((await shift(station)).active).toMatchObject({
      from: '王敏',
      left: 4,
      endsBy: 'badge',
      successors: [{ id: 'p2', name: '李强' }],
    })
    const label = (await shift(station)).active?.items.at(-1)
    expect(label).toMatchObject({ code: codes.mark, uncertain: 1, failed: 0 })

    const { packed } = await bench(station)
    await station.scan(mugCode)
    expect(await answer(station)).toBe('shift-needs-label')
    await station.scan(codes.unverified)
    expect(await answer(station)).toBe('shift-accepted')
    await station.scan(codes.unverified)
    expect(await answer(station)).toBe('shift-already')
    await station.scan(codes.parked)
    expect(await answer(station)).toBe('shift-needs-temporary')
    await station.scan(`LS!${codes.parked}`)
    expect(await answer(station)).toBe('shift-accepted')
    await station.scan(`LS!${codes.unverified}`)
    expect(await answer(station)).toBe('shift-needs-mark')
    await expect(station.ask('parked.resume', codes.parked)).rejects.toMatchObject({
      code: 'shift-running',
    })
    await station.scan('LS!OUT')
    expect(await answer(station)).toBe('shift-running')
    expect(await station.ask('parked.list', undefined)).toHaveLength(2)
    expect(await bench(station)).toMatchObject({
      packed,
      step: 'scan-back',
      carton: { code: codes.unverified, state: 'marked' },
    })
    await station.close()

    const again = startStation(options)
    expect((await shift(again)).active).toMatchObject({ from: '王敏', left: 2 })
    await again.scan('EMP-0002')
    expect(await answer(again)).toBe('shift-unfinished')
    await again.scan(codes.verified)
    expect((await shift(again)).feedback).toMatchObject({
      outcome: 'carton-known',
      facts: { cartonCode: codes.verified, orderNo: 'BH-1', state: 'verified' },
    })
    await again.scan(codes.fine)
    expect((await shift(again)).feedback).toMatchObject({
      outcome: 'carton-known',
      facts: { cartonNo: 1, state: 'planned' },
    })
    await again.scan('LS0003041187N')
    expect(await answer(again)).toBe('carton-unknown')
    await again.scan(`LS!${codes.queued}`, codes.mark)
    expect(await answer(again)).toBe('shift-accepted')
    await again.scan('LS!UNDO')
    await again.ask('shift.missing', { code: codes.mark, reason: '没打出来' })
    expect((await shift(again)).active).toMatchObject({ left: 0 })
    await again.scan('EMP-0001')
    expect(await answer(again)).toBe('shift-same-operator')
    await again.scan('LS!DONE')
    expect(await answer(again)).toBe('shift-needs-badge')
    expect(JSON.stringify(await shift(again))).not.toContain('EMP-')

    await again.scan('EMP-0002')
    expect((await shift(again)).active).toBeNull()
    again.greet()
    expect(again.latest('signIn')?.operator?.name).toBe('李强')
    expect((await bench(again)).feedback).toMatchObject({ outcome: 'shift-done', text: '' })
    expect(written(home)).toMatchObject([
      { state: 'done', from_operator: '王敏', to_operator: '李强' },
    ])
    expect(rows(home, 'select kind, who, why from audit')).toEqual([
      {
        kind: 'shift-handed-over',
        who: '李强',
        why: `from 王敏: 3 accepted, missing: ${codes.mark} (没打出来)`,
      },
    ])
    await again.scan(codes.unverified, codes.unverified)
    expect((await bench(again)).lastVerified?.code).toBe(codes.unverified)
    await again.scan(`LS!${codes.parked}`)
    expect((await bench(again)).carton?.code).toBe(codes.parked)
  })
})

/** BH-1 on the bench, where nobody signs in. */
const atWork = async () => {
  const server = await startServer([mugsAndCups(9, 9)])
  const home = tempFolder()
  const station = startStation({ server, home })
  await ready(station)
  await station.ask('bench.open', 'BH-1')
  return { station, server, home }
}

describe('handing over where nobody signs in', () => {
  it('waits until the carton on the bench is finished or parked, wrong goods are acknowledged, and a count is over', async () => {
    const { station } = await atWork()
    await until(async () => {
      await station.scan(mugCode)
      expect((await bench(station)).carton?.units).toBe(1)
    })
    await station.scan('LS!SHIFT')
    expect((await bench(station)).feedback?.facts['error']).toBe('shift-carton-open')
    await expect(station.ask('shift.start', undefined)).rejects.toMatchObject({
      code: 'shift-carton-open',
      details: { cartonNo: 1 },
    })
    await station.scan('NOTHING-KNOWN', 'LS!SHIFT')
    expect(await bench(station)).toMatchObject({ locked: true })
    expect((await shift(station)).active).toBeNull()
    await expect(station.ask('shift.start', undefined)).rejects.toMatchObject({
      code: 'shift-locked',
    })
    await station.scan('LS!ACK', 'LS!UNDO', 'LS!RECOUNT', 'LS!SHIFT')
    expect((await station.ask('recount.snapshot', undefined)).awaitingMark).toBe(true)
    await expect(station.ask('shift.start', undefined)).rejects.toMatchObject({
      code: 'recount-running',
    })
    await station.scan('LS!RECOUNT', 'LS!FIND', 'LS!SHIFT')
    expect((await station.ask('lookup.snapshot', undefined)).isOpen).toBe(true)
    expect((await shift(station)).active).toBeNull()
    await station.scan('LS!FIND', 'LS!SHIFT')
    await expect(station.ask('lookup.open', undefined)).rejects.toMatchObject({
      code: 'shift-running',
    })
    expect((await shift(station)).active).toMatchObject({ items: [], endsBy: 'done' })
    await expect(station.ask('bench.done', undefined)).rejects.toMatchObject({
      code: 'shift-running',
    })
    await station.scan('LS!DONE')
    expect((await shift(station)).active).toBeNull()
    await expect(station.ask('shift.leave', undefined)).resolves.toBeUndefined()
    await expect(station.ask('shift.undo', undefined)).rejects.toMatchObject({
      code: 'shift-absent',
    })
  })

  it('takes the last word back by 撤销, is broken off by 返回, and then nothing was handed over', async () => {
    const { station, home } = await atWork()
    await until(async () => {
      await station.scan(mugCode)
      expect((await bench(station)).carton?.units).toBe(1)
    })
    const code = await park(station, 'LS!PARK')
    await station.scan('LS!SHIFT', `LS!${code}`)
    expect((await shift(station)).active?.left).toBe(0)
    await station.scan('LS!UNDO')
    expect((await shift(station)).active?.left).toBe(1)
    await station.scan('LS!UNDO')
    expect((await shift(station)).active).toBeNull()
    await station.scan('LS!SHIFT', `LS!${code}`, 'LS!BACK')
    expect((await shift(station)).active).toBeNull()
    expect(written(home)).toMatchObject([
      { state: 'broken-off', to_operator: null },
      { state: 'broken-off', to_operator: null },
    ])
    await station.scan(`LS!${code}`)
    expect((await bench(station)).carton).toMatchObject({ code, units: 1 })
  })

  it('lists a temporary label that did not come out, prints it by 补打, and takes its scan', async () => {
    const printer = await startTcpPrinter()
    const server = await startServer([mugsAndCups(9, 9)])
    const station = startStation({ server, printer: printer.address })
    await ready(station)
    await station.ask('bench.open', 'BH-1')
    await until(async () => {
      await station.scan(mugCode)
      expect((await bench(station)).carton?.units).toBe(1)
    })
    const { port } = printer
    await printer.close()
    const code = await codeInHand(station)
    await station.scan('LS!PARK')
    await until(async () => {
      expect(await station.ask('parked.list', undefined)).toMatchObject([{ label: 'failed' }])
    })
    await station.scan('LS!SHIFT')
    expect((await shift(station)).active?.items).toMatchObject([{ code, failed: 1 }])
    const repaired = await startTcpPrinter({ kind: 'accept' }, port)
    onTestFinished(() => repaired.close())
    await station.scan('LS!PRINT')
    await until(async () => {
      expect((await shift(station)).active?.items).toMatchObject([{ failed: 0, state: 'open' }])
    })
    await station.scan(`LS!${code}`, 'LS!DONE')
    expect((await shift(station)).active).toBeNull()
  })
})
