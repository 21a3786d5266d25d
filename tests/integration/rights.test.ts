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
import { startFaultServer } from '#tests/support/fault-server.ts'
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

/** What a station at its server has in hand is gone before anybody scans. */
const usedUp = async (table: 'code_blocks' | 'number_runs' | 'order_lines') => {
  const { server, station, home } = await startOnOneOrder()
  await station.close()
  const store = openStore(home)
  if (table === 'order_lines') {
    store
      .prepare()((db) => db.updateTable(table).set({ granted: 0 }))
      .run({})
  } else {
    store
      .prepare()((db) => db.updateTable(table).set((eb) => ({ next: eb('last', '+', 1) })))
      .run({})
  }
  store.close()
  return { server, home }
}

const cases = [
  ['carton codes', 'codes', 'code_blocks'],
  ['carton numbers', 'numbers', 'number_runs'],
] as const

describe('a station that stays offline', () => {
  it.each(cases)('stops clearly when its %s are used up', async (_, what, table) => {
    const { server, home } = await usedUp(table)
    await server.close()
    const again = startStation({ home, server })
    await until(() => expect(again.latest('sync')?.state).toBe('offline'))
    await again.scan(mugCode)
    expect(await outcome(again)).toMatchObject({
      outcome: 'refused',
      facts: { error: `${what}-exhausted` },
    })
    expect(await bench(again)).toMatchObject({ packed: 0, carton: null, locked: false })
    const health = await again.ask('sync.health', undefined)
    if (table === 'code_blocks') expect(health.codesLeft).toBe(0)
    else expect(health.numbersLow).toEqual([{ orderNo: 'BH-1', left: 0 }])
  })

  it('says that its rights are used up, not that others hold the rest', async () => {
    const { server, home } = await usedUp('order_lines')
    await server.close()
    const again = startStation({ home, server })
    await until(() => expect(again.latest('sync')?.state).toBe('offline'))
    await again.scan(mugCode)
    expect(await outcome(again)).toMatchObject({ facts: { error: 'rights-offline' } })
  })
})

describe('a station whose line is there', () => {
  it.each(cases)(
    'says that %s are on their way, and takes the next scan',
    async (_, what, table) => {
      const { server, home } = await usedUp(table)
      const again = startStation({ home, server })
      // Nothing has been heard of the server yet: whoever scans so early is told to wait, not to stop.
      await again.scan(mugCode)
      expect(await outcome(again)).toMatchObject({
        outcome: 'refused',
        facts: { error: `${what}-coming` },
      })
      await uploaded(again)
      await again.scan(mugCode)
      expect((await outcome(again))?.outcome).toBe('accepted')
    },
  )

  it('says that the server is asked for rights, and packs on when they have come', async () => {
    const { server, home } = await usedUp('order_lines')
    const again = startStation({ home, server })
    await again.scan(mugCode)
    expect(await outcome(again)).toMatchObject({ facts: { error: 'rights-coming' } })
    await uploaded(again)
    await again.scan(mugCode)
    expect((await outcome(again))?.outcome).toBe('accepted')
  })

  it('names the server that gives no more codes', async () => {
    const { server, home } = await usedUp('code_blocks')
    const front = await startFaultServer(server.url)
    front.set(async (request, ask) => {
      const answer = await ask()
      if (request.route !== 'POST /v1/commands') return answer
      const { commands } = JSON.parse(request.body) as { commands: { seq: number; type: string }[] }
      const wanted = new Set(
        commands.filter(({ type }) => type === 'lease-codes').map(({ seq }) => seq),
      )
      const no = { status: 'refused', code: 'codes-exhausted', message: 'none left' }
      const { results } = JSON.parse(answer.body) as { results: { seq: number }[] }
      return {
        ...answer,
        body: JSON.stringify({
          results: results.map((result) =>
            wanted.has(result.seq) ? { seq: result.seq, ...no } : result,
          ),
        }),
      }
    })
    const again = startStation({
      home,
      server: { url: front.url, pairingCode: server.pairingCode },
    })
    await again.scan(mugCode)
    await until(async () => {
      const { refusals } = await again.ask('sync.health', undefined)
      expect(refusals.map(({ code }) => code)).toContain('codes-exhausted')
      expect(again.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    })
    await again.scan(mugCode)
    expect(await outcome(again)).toMatchObject({ facts: { error: 'codes-refused' } })
  })
})

describe('a station that is enrolled again', () => {
  const revoke = async (server: { readonly url: string }): Promise<void> => {
    const { stations } = (await (await fetch(`${server.url}/v1/sandbox/stations`)).json()) as {
      stations: { station_id: string }[]
    }
    for (const { station_id } of stations) {
      await fetch(`${server.url}/v1/sandbox/stations/${station_id}/revoke`, { method: 'POST' })
    }
  }

  it('packs what was in a carton that was voided before the server knew of it', async () => {
    const { server, station } = await startOnOneOrder()
    const code = await packCarton(station, mugCode, mugCode, mugCode)
    await uploaded(station)
    await revoke(server)
    await station.ask('cartons.void', { code, reason: '箱损' })
    await until(() => expect(station.latest('sync')?.problem?.code).toBe('enrol-again'))
    await station.ask('sync.enrol', { pairingCode: server.pairingCode })
    await uploaded(station)

    await packCarton(station, mugCode, mugCode, mugCode)
    await uploaded(station)
    expect((await station.ask('sync.health', undefined)).flagged).toEqual([])
    const { lines } = (await (await fetch(`${server.url}/v1/sandbox/rights`)).json()) as {
      lines: { sku: string }[]
    }
    expect(lines.find(({ sku }) => sku === 'MUG')).toMatchObject({
      pool: 0,
      granted: [],
      spent: 3,
    })
  })
})
