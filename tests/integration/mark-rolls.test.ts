import { describe, expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const lamp = wireSku('LAMP', '6925000000012', {
  cargo_class: 'battery',
  battery: {
    un_code: 'UN3481',
    packing_instruction: 'PI967',
    watt_hours: 3.7,
    battery_config: 'contained-in-equipment',
  },
})
const cup = wireSku('CUP', '6925000000029')
const ionRoll = {
  id: 'ion',
  name: '锂离子电池标 UN3481',
  barcode: 'ROLL-3481-A',
  unCodes: ['UN3480', 'UN3481'],
}
const metalRoll = { id: 'metal', name: '锂金属电池标', barcode: 'ROLL-3091-A', unCodes: ['UN3091'] }

const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })
const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state
const outcome = async (station: TestStation) => (await bench(station)).feedback?.outcome

const startOrder = () =>
  startServer([
    wireOrder('BH-1', [
      [lamp, 12],
      [cup, 12],
    ]),
  ])

const open = async (...markRolls: readonly object[]): Promise<TestStation> => {
  return ready(startStation({ server: await startOrder(), markRolls }))
}

/** The order is open, and there are codes and numbers for its cartons. */
const ready = async (station: TestStation): Promise<TestStation> => {
  await until(async () => {
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
    await station.ask('bench.open', 'BH-1')
    expect((await bench(station)).orderNo).toBe('BH-1')
  })
  return station
}

const seal = async (station: TestStation, ...goods: readonly string[]): Promise<string> => {
  await station.scan(...goods, 'LS!DONE')
  await station.ask('training.place', null)
  await until(async () => expect((await bench(station)).step).toBe('scan-back'))
  return (await bench(station)).carton?.code ?? ''
}

describe('a carton with lithium batteries', () => {
  it('is verified only when its labels and the roll of its mark were scanned, in any order', async () => {
    const station = await open(ionRoll, metalRoll)
    const code = await seal(station, '6925000000012', '6925000000029')
    expect((await bench(station)).carton?.rolls).toEqual([
      { name: ionRoll.name, isConfirmed: false },
    ])
    await station.scan(code, code)
    expect(await bench(station)).toMatchObject({
      step: 'scan-back',
      feedback: { outcome: 'mark-confirmed' },
    })
    await station.scan(ionRoll.barcode)
    expect(await bench(station)).toMatchObject({
      step: 'packing',
      lastVerified: { code },
      feedback: { outcome: 'carton-verified' },
    })

    const second = await seal(station, '6925000000012')
    await station.scan(`]C0${ionRoll.barcode}`)
    expect(await outcome(station)).toBe('roll-confirmed')
    await station.scan(ionRoll.barcode)
    expect(await outcome(station)).toBe('roll-not-due')
    await station.scan(second, second)
    expect(await outcome(station)).toBe('carton-verified')
  })

  it('refuses the mark of another kind, and locks until that is acknowledged', async () => {
    const station = await open(ionRoll, metalRoll)
    const code = await seal(station, '6925000000012')
    await station.scan(metalRoll.barcode)
    expect(await bench(station)).toMatchObject({
      locked: true,
      feedback: { outcome: 'roll-not-needed', facts: { roll: metalRoll.name } },
    })
    await station.scan(code)
    expect(await outcome(station)).toBe('roll-not-needed')
    await station.scan('LS!ACK', code, code, ionRoll.barcode)
    expect(await outcome(station)).toBe('carton-verified')
  })

  it('keeps what was confirmed over a restart, and asks again after a reopening', async () => {
    const home = tempFolder()
    const server = await startOrder()
    const start = () => startStation({ home, server, markRolls: [ionRoll] })
    const station = await ready(start())
    const code = await seal(station, '6925000000012')
    await station.scan(code, ionRoll.barcode)
    await station.close()
    const again = await ready(start())
    await until(async () =>
      expect((await bench(again)).carton).toMatchObject({
        code,
        rolls: [{ isConfirmed: true }],
      }),
    )
    await again.ask('cartons.reopen', { code, reason: 'one more' })
    await seal(again, '6925000000012')
    expect((await bench(again)).carton?.rolls).toEqual([{ name: ionRoll.name, isConfirmed: false }])
  })

  it('is told by its UN number where no roll is set up, and needs none then', async () => {
    const station = await open()
    const code = await seal(station, '6925000000012')
    expect((await bench(station)).carton).toMatchObject({
      rolls: [],
      unCodesWithoutRoll: ['UN3481'],
    })
    await station.scan(code, code)
    expect(await outcome(station)).toBe('carton-verified')
  })
})

describe('a roll of marks', () => {
  it('is not due while goods are packed, nor needed by a carton without batteries', async () => {
    const station = await open(ionRoll)
    await station.scan('6925000000029', ionRoll.barcode)
    expect(await outcome(station)).toBe('roll-not-due')
    await seal(station)
    await station.scan(ionRoll.barcode)
    expect(await outcome(station)).toBe('roll-not-needed')
  })

  it('that is sold as goods too is goods until marks are due', async () => {
    const station = await open({ ...ionRoll, barcode: '6925000000012' })
    await station.scan('6925000000012')
    expect(await outcome(station)).toBe('accepted')
    await seal(station)
    await station.scan('6925000000012')
    expect(await outcome(station)).toBe('roll-confirmed')
  })
})
