import { describe, expect, it } from 'vitest'
import type { CartonPageView } from '#shared/contract/carton-page-views.ts'
import {
  bench,
  cupCode,
  mugCode,
  mugsAndCups,
  packCarton,
  startOnOneOrder,
  until,
  uploaded,
} from '#tests/support/one-order-station.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const pageOf = (station: TestStation, code: string): Promise<CartonPageView> =>
  station.ask('cartons.page', code)

/** The life in short: what a person would call each moment. */
const told = ({ moments }: CartonPageView): readonly string[] =>
  moments.map((moment) => {
    switch (moment.kind) {
      case 'scan':
        return `scan ${moment.outcome}${moment.undone ? ', undone' : ''}`
      case 'step':
        return `${moment.step} ${moment.revision}`
      case 'label':
        return `label ${moment.revision} ${moment.side} copy ${moment.copy}: ${moment.state}`
      case 'recount':
        return `recount ${moment.state}`
      case 'command':
        return `command ${moment.type}`
    }
  })
const uploads = ({ moments }: CartonPageView): readonly string[] =>
  moments.flatMap((moment) =>
    'upload' in moment && moment.upload !== null ? [moment.upload.state] : [],
  )

const codeInHand = async (station: TestStation): Promise<string> =>
  (await bench(station)).carton?.code ?? ''

/** Weighs the carton in hand and takes its marks back, by their QR where the bars alone do not say the revision. */
const finish = async (station: TestStation): Promise<void> => {
  await station.ask('training.place', 0)
  await station.scan('LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  const prints = await station.ask('training.prints', undefined)
  const marks = prints.flatMap(({ symbols }) =>
    symbols.filter(({ format, text }) => format === 'qr' && text.startsWith('LSC1')),
  )
  for (const { text } of marks.slice(-2)) await station.scan(text)
  expect((await bench(station)).feedback?.outcome).toBe('carton-verified')
}

describe('the page of a carton', () => {
  it('tells its whole life in the order it happened, and what of it the server has', async () => {
    const { station } = await startOnOneOrder()
    await station.scan(mugCode, cupCode, 'LS!UNDO', 'NOTHING-KNOWN', 'LS!ACK')
    const code = await codeInHand(station)
    await station.ask('bench.chooseBox', 'C30-25-20')
    await station.scan('LS!PARK')
    await until(async () =>
      expect(await station.ask('parked.list', undefined)).toMatchObject([{ label: 'printed' }]),
    )
    expect(await pageOf(station, code)).toMatchObject({ state: 'parked', gross: null })
    await station.scan(`LS!${code}`)
    await finish(station)
    await station.ask('recount.start', { code })
    await station.scan(mugCode, 'LS!DONE', 'LS!DONE')
    await station.ask('cartons.copy', { code, side: 1, page: 1, reason: '撕破了' })
    await until(async () =>
      expect(told(await pageOf(station, code))).toContain('label 1 1 copy 1: sent'),
    )
    await station.ask('cartons.reopen', { code, reason: '装错商品' })
    await finish(station)
    await station.ask('cartons.void', { code, reason: '箱子破了' })
    await uploaded(station)

    const page = await pageOf(station, code)
    expect(told(page)).toEqual([
      'opened 1',
      'scan accepted',
      'scan accepted, undone',
      'scan undone',
      'scan unknown-code',
      'box-chosen 1',
      'parked 1',
      'scan carton-resumed',
      'resumed 1',
      'sealed 1',
      'label 1 1 copy 0: confirmed',
      'label 1 2 copy 0: confirmed',
      'scan mark-confirmed',
      'verified 1',
      'recount agrees',
      'label 1 1 copy 1: sent',
      'reopened 2',
      'sealed 2',
      'label 2 1 copy 0: confirmed',
      'label 2 2 copy 0: confirmed',
      'scan mark-confirmed',
      'verified 2',
      'voided 2',
    ])
    expect(page).toMatchObject({
      code,
      orderNo: 'BH-1',
      cartonNo: 1,
      revision: 2,
      state: 'voided',
      warehouse: { country: 'US' },
      contents: [{ sku: 'MUG', quantity: 1 }],
      scansLeftOut: 0,
    })
    // Two seals, two verified, five labels, a recount, a reopening and a voiding.
    expect(uploads(page)).toEqual(Array.from({ length: 12 }, () => 'taken'))
    const steps = page.moments.filter((moment) => moment.kind === 'step')
    expect(steps.find(({ step }) => step === 'voided')).toMatchObject({ reason: '箱子破了' })
    expect(steps.find(({ step }) => step === 'parked')).toMatchObject({ purpose: 'aside' })
    expect(steps.find(({ step }) => step === 'box-chosen')?.box).not.toBeNull()
    expect(steps.find(({ step }) => step === 'sealed')).toMatchObject({ weightSource: 'scale' })
    const labels = page.moments.filter((moment) => moment.kind === 'label')
    expect(new Set(labels.map(({ age }) => age))).toEqual(new Set(['carton-voided']))
    expect(labels.find(({ copy }) => copy === 1)).toMatchObject({ reason: '撕破了' })
  })

  it('says what the server does not have yet', async () => {
    const { server, station } = await startOnOneOrder()
    await server.close()
    const code = await packCarton(station, mugCode)
    const page = await pageOf(station, code)
    expect(new Set(uploads(page))).toEqual(new Set(['waiting']))
    expect(page.moments.at(-1)).toMatchObject({ kind: 'step', step: 'verified' })
  })

  it('names who did it', async () => {
    const server = await startServer([mugsAndCups()])
    const station = startStation({
      server,
      operators: [{ id: 'p1', name: '王敏', badge: 'EMP-0001' }],
    })
    await station.scan('EMP-0001')
    await until(async () => {
      await station.scan('BH-1', mugCode)
      expect((await bench(station)).carton?.units).toBeGreaterThan(0)
    })
    const code = await codeInHand(station)
    await finish(station)
    const page = await pageOf(station, code)
    const who = page.moments.flatMap((moment) => ('operator' in moment ? [moment.operator] : []))
    expect(new Set(who)).toEqual(new Set(['王敏']))
  })

  it('shows a mark that was printed ahead as the carton that is planned', async () => {
    const server = await startServer([
      {
        ...mugsAndCups(),
        packing_mode: 'planned',
        planned_boxes: [{ box_no: 1, box_details: [{ sku: 'MUG', quantity: 2 }] }],
      },
    ])
    const station = startStation({ server })
    await until(async () => {
      expect(await station.ask('orders.list', undefined)).toHaveLength(1)
      expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    })
    await station.ask('printing.printPlanned', { orderNo: 'BH-1', from: 1, to: 1 })
    const [planned] = await station.ask('printing.planned', 'BH-1')
    const code = planned?.code ?? ''
    await until(async () =>
      expect(told(await pageOf(station, code))).toEqual([
        'label 0 1 copy 0: sent',
        'label 0 2 copy 0: sent',
      ]),
    )
    expect(await pageOf(station, code)).toMatchObject({
      state: 'planned',
      revision: 0,
      cartonNo: 1,
      contents: [{ sku: 'MUG', quantity: 2 }],
    })
    expect(await station.ask('cartons.search', code)).toMatchObject({
      exact: code,
      cartons: { rows: [{ code, state: 'planned' }] },
    })

    // Its mark opens it, and so no page; from then on it is a carton like any other.
    await station.scan(code, mugCode, mugCode)
    expect((await station.ask('lookup.snapshot', undefined)).isOpen).toBe(false)
    expect((await bench(station)).carton?.code).toBe(code)
    await station.ask('training.place', 0)
    await station.scan('LS!DONE')
    await station.ask('training.place', null)
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
    await station.scan(code, code)
    const page = await pageOf(station, code)
    expect(page).toMatchObject({ state: 'verified', contents: [{ sku: 'MUG', quantity: 2 }] })
    expect(told(page).slice(0, 3)).toEqual([
      'label 0 1 copy 0: confirmed',
      'label 0 2 copy 0: confirmed',
      'opened 1',
    ])
    const labels = page.moments.filter((moment) => moment.kind === 'label')
    expect(labels.map(({ age }) => age)).toEqual([null, null])
  })

  it('refuses a code that no carton has', async () => {
    const { station } = await startOnOneOrder()
    await expect(pageOf(station, 'LS0003041187N')).rejects.toMatchObject({ code: 'carton-unknown' })
    await expect(pageOf(station, 'LS0003041187X')).rejects.toMatchObject({ code: 'carton-unknown' })
  })
})

const search = (station: TestStation, text: string) => station.ask('cartons.search', text)

describe('search by any code', () => {
  it('finds a carton by its code, its end, its number, its order, its goods and their codes', async () => {
    const { station } = await startOnOneOrder()
    const first = await packCarton(station, mugCode, mugCode)
    const second = await packCarton(station, cupCode)
    for (const text of [first, first.toLowerCase(), `LS!${first}`, 'BH-1 1', 'bh-1#1']) {
      expect((await search(station, text)).exact, text).toBe(first)
    }
    for (const text of [second.slice(-5), second.slice(-5, -1), '2', second.slice(0, 8)]) {
      const { cartons } = await search(station, text)
      expect(
        cartons.rows.map(({ code }) => code),
        text,
      ).toContain(second)
    }
    expect(await search(station, 'bh-1')).toMatchObject({
      exact: null,
      orders: { rows: [{ orderNo: 'BH-1', cartons: 2 }], more: false },
      cartons: { rows: [{ code: second }, { code: first }] },
    })
    for (const text of [mugCode, 'MUG', 'mu']) {
      expect((await search(station, text)).goods.rows, text).toMatchObject([
        { sku: 'MUG', cartons: [{ code: first, quantity: 2 }] },
      ])
    }
  })

  it('takes nothing that is scanned for more than text', async () => {
    const odd = wireSku('A%_B', '6925000000555')
    const server = await startServer([wireOrder('BH-1', [[odd, 3]])])
    const station = startStation({ server })
    await until(async () => expect((await search(station, 'BH-1')).orders.rows).toHaveLength(1))
    expect((await search(station, '%_')).goods.rows).toMatchObject([{ sku: 'A%_B' }])
    expect((await search(station, 'A_')).goods.rows).toEqual([])
    for (const text of [
      'BH-_',
      'BH%',
      `' or 1=1 --`,
      '"; drop table cartons',
      '\\%',
      '____',
      '%%',
    ]) {
      const found = await search(station, text)
      expect([...found.cartons.rows, ...found.orders.rows, ...found.goods.rows], text).toEqual([])
    }
  })

  it('says in its own code what cannot be looked for', async () => {
    const { station } = await startOnOneOrder()
    await expect(search(station, 'A')).rejects.toMatchObject({ code: 'search-too-short' })
    await expect(search(station, 'LS!DONE')).rejects.toMatchObject({ code: 'search-unreadable' })
  })
})
