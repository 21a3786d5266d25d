import { describe, expect, it } from 'vitest'
import { openStore } from '#electron/store/index.ts'
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
import { tempFolder } from '#tests/support/temp-folder.ts'

const outcome = async (station: TestStation) => (await bench(station)).feedback

describe('rights to pack', () => {
  it('are spent by one station alone: the other is refused with the reason', async () => {
    const { server, station: first } = await startOnOneOrder()
    const second = startStation({ server, home: tempFolder() })
    await until(async () => {
      expect(await second.ask('orders.list', undefined)).toHaveLength(1)
      expect(second.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    })
    await second.ask('bench.open', 'BH-1')
    await second.scan(mugCode)
    expect(await outcome(second)).toMatchObject({
      outcome: 'no-rights',
      facts: { remaining: 3, held: 0 },
    })
    expect((await bench(second)).locked).toBe(false)

    await packCarton(first, mugCode, mugCode, mugCode, cupCode)
    await first.scan(mugCode)
    expect((await outcome(first))?.outcome).toBe('line-complete')
    await uploaded(first)
  })
})

describe('a station that stays offline', () => {
  it.each([
    ['carton codes', 'codes-exhausted', 'code_blocks'],
    ['carton numbers', 'numbers-exhausted', 'number_runs'],
  ] as const)('stops clearly when its %s are used up', async (_, error, table) => {
    const { server, station, home } = await startOnOneOrder()
    await server.close()
    await station.close()
    const store = openStore(home)
    store
      .prepare()((db) => db.updateTable(table).set((eb) => ({ next: eb('last', '+', 1) })))
      .run({})
    store.close()
    const again = startStation({ home, server })
    await again.scan(mugCode)
    expect(await outcome(again)).toMatchObject({ outcome: 'refused', facts: { error } })
    expect(await bench(again)).toMatchObject({ packed: 0, carton: null, locked: false })
    const health = await again.ask('sync.health', undefined)
    if (table === 'code_blocks') expect(health.codesLeft).toBe(0)
    else expect(health.numbersLow).toEqual([{ orderNo: 'BH-1', left: 0 }])
  })
})
