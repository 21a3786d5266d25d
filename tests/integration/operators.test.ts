import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const cup = wireSku('CUP', '6925000000029')
const unit = '6925000000029'
const operators = [
  { id: 'p1', name: '王敏', badge: 'EMP-0001' },
  { id: 'p2', name: '李强', badge: 'EMP-0002' },
  { id: 's1', name: '陈组长', badge: 'EMP-9001', role: 'supervisor' },
]

const until = (check: () => Promise<void> | void): Promise<void> =>
  vi.waitFor(check, { timeout: 15_000 })
const bench = async (station: TestStation) => (await station.ask('bench.snapshot', undefined)).state
const answer = async (station: TestStation) => {
  const { feedback } = await bench(station)
  return feedback?.outcome === 'refused' ? feedback.facts['error'] : feedback?.outcome
}

/** What was written into the audit log of a station that goes on. */
const audit = (home: string): unknown[] => {
  const store = new Database(join(home, 'station.db'), { readonly: true })
  try {
    return store.prepare('select kind, who from audit order by seq').all()
  } finally {
    store.close()
  }
}

const start = async (people: readonly object[] = operators, home = tempFolder()) => {
  const server = await startServer([wireOrder('BH-1', [[cup, 50]])])
  const station = startStation({ server, home, operators: people })
  await until(() => {
    expect(station.latest('sync')).toMatchObject({ state: 'online', pending: 0 })
    expect(station.latest('sync')?.codesLeft).toBeGreaterThan(0)
  })
  return { station, server, home }
}

/** Signed in, and the order is open with what its cartons need. */
const atWork = async (people?: readonly object[]) => {
  const begun = await start(people)
  const { station } = begun
  if (people?.length !== 0) await station.scan('EMP-0001')
  await until(async () => {
    await station.ask('bench.open', 'BH-1')
    await station.scan(unit)
    expect(await answer(station)).toBe('accepted')
  })
  return begun
}

describe('whoever is at the bench', () => {
  it('has to scan a badge first: until then nothing is packed, and it is said', async () => {
    const { station } = await start()
    await station.scan('BH-1')
    expect(await answer(station)).toBe('operator-absent')
    expect((await bench(station)).orderNo).toBeNull()
    await expect(station.ask('bench.open', 'BH-1')).rejects.toMatchObject({
      code: 'operator-absent',
    })
    await station.scan('EMP-0001')
    expect((await bench(station)).feedback).toMatchObject({
      outcome: 'signed-in',
      text: '',
      facts: { operator: '王敏' },
    })
    await until(async () => {
      await station.scan('BH-1')
      expect((await bench(station)).orderNo).toBe('BH-1')
    })
  })

  it('may be chosen by name, but no supervisor may', async () => {
    const { station } = await start()
    await expect(station.ask('operators.signIn', 's1')).rejects.toMatchObject({
      code: 'supervisor-needed',
    })
    await expect(station.ask('operators.signIn', 'x')).rejects.toMatchObject({
      code: 'operator-unknown',
    })
    await station.ask('operators.signIn', 'p2')
    expect(station.latest('signIn')?.operator?.name).toBe('李强')
  })

  it('is relieved by 换人 in the middle of a carton, which stays as it is', async () => {
    const { station } = await atWork()
    await station.scan('LS!OUT')
    expect(await answer(station)).toBe('signed-out')
    await station.scan(unit)
    expect(await answer(station)).toBe('operator-absent')
    expect((await bench(station)).carton?.units).toBe(1)
    await station.scan('EMP-0002', unit)
    expect((await bench(station)).carton?.units).toBe(2)
  })

  it('is still there after a restart', async () => {
    const { station, server, home } = await start()
    await station.scan('EMP-0002')
    await station.close()
    const again = startStation({ server, home, operators })
    again.greet()
    expect(again.latest('signIn')?.operator?.name).toBe('李强')
  })

  it('stands on the mark and in what the server is told', async () => {
    const { station, server } = await atWork()
    await station.scan('LS!DONE')
    await station.ask('training.place', null)
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
    const code = (await bench(station)).carton?.code ?? ''
    const preview = await station.ask('labels.preview', { code, side: 1, page: 1 })
    expect(JSON.stringify(preview)).toContain('王敏')
    await until(async () => {
      const told = await fetch(`${server.url}/v1/sandbox/cartons`)
      expect(await told.text()).toContain('"operator":"王敏"')
    })
  })

  it('is nobody where the settings name nobody', async () => {
    const { station } = await atWork([])
    station.greet()
    expect(station.latest('signIn')).toMatchObject({ operator: null, isAwaited: false })
    await station.scan('LS!VOID')
    expect(await answer(station)).toBe('supervisor-unknown')
  })
})

describe('a command that takes a supervisor', () => {
  it('waits for the badge, and is done when it comes', async () => {
    const { station, home } = await atWork()
    await station.scan('LS!VOID')
    expect(await answer(station)).toBe('supervisor-asked')
    expect((await bench(station)).carton).not.toBeNull()
    await station.scan('EMP-9001')
    expect((await bench(station)).carton).toBeNull()
    // The badge confirmed, and signed nobody in.
    expect(station.latest('signIn')?.operator?.name).toBe('王敏')
    expect(audit(home)).toEqual([expect.objectContaining({ kind: 'void-approved', who: '陈组长' })])
  })

  it('is not done for a packer’s badge, nor for a supervisor who comes later', async () => {
    const { station, home } = await atWork()
    await station.scan('LS!VOID', 'EMP-0002')
    expect(await answer(station)).toBe('supervisor-needed')
    await station.scan('EMP-9001')
    expect(await answer(station)).toBe('signed-in')
    expect((await bench(station)).carton?.units).toBe(1)
    expect(audit(home)).toEqual([])
  })

  it('is dropped when anything else is scanned, which counts', async () => {
    const { station } = await atWork()
    await station.scan('LS!VOID', unit)
    expect((await bench(station)).carton?.units).toBe(2)
    await station.scan('EMP-9001')
    expect((await bench(station)).carton?.units).toBe(2)
  })

  it('takes a weight that differs, and only the one that was seen', async () => {
    const { station, home } = await atWork()
    const expected = (await bench(station)).carton?.expected ?? 0
    await station.scan('LS!WEIGHT')
    expect(await answer(station)).toBe('nothing-to-approve')
    await station.scan('LS!DONE')
    await station.ask('training.place', expected + 500)
    await until(async () => expect((await bench(station)).weighProblem?.kind).toBe('deviates'))
    await station.scan('LS!WEIGHT')
    await station.ask('training.place', expected + 900)
    await until(async () =>
      expect((await bench(station)).weighProblem).toMatchObject({ gross: expected + 900 }),
    )
    await station.scan('EMP-9001')
    expect(await answer(station)).toBe('nothing-to-approve')
    await station.scan('LS!WEIGHT', 'EMP-9001')
    await until(async () => expect((await bench(station)).step).toBe('scan-back'))
    expect((await bench(station)).carton?.gross).toBe(expected + 900)
    expect(audit(home)).toMatchObject([{ kind: 'weight-approved', who: '陈组长' }])
  })

  it('waits behind wrong goods: they are acknowledged first', async () => {
    const { station } = await atWork()
    await station.scan('4006381333931')
    expect(await answer(station)).toBe('unknown-code')
    await station.scan('LS!VOID')
    expect((await bench(station)).locked).toBe(true)
    await station.scan('EMP-9001')
    const { carton, locked } = await bench(station)
    expect([carton?.units, locked]).toEqual([1, true])
  })
})
