import { describe, expect, test } from 'vitest'
import { openStore } from '#electron/store/index.ts'
import type { KeptCredentials } from '#electron/sync/index.ts'
import { until } from '#tests/support/bench-steps.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const kept = (isProtected: boolean): KeptCredentials => {
  let token: string | null = null
  return {
    isProtected,
    load: () => token,
    save: (fresh) => {
      token = fresh
    },
  }
}

const start = async (isProtected: boolean) => {
  const server = await startServer([])
  const home = tempFolder()
  const credentials = kept(isProtected)
  const open = (pairingCode?: string): TestStation =>
    startStation(
      { home, server: { url: server.url, ...(pairingCode === undefined ? {} : { pairingCode }) } },
      credentials,
    )
  return { server, home, credentials, open }
}

const isOnline = (station: TestStation): Promise<void> =>
  until(async () => {
    const { sync, stationId } = await station.ask('sync.health', undefined)
    expect({ state: sync.state, isEnrolled: stationId !== null }).toEqual({
      state: 'online',
      isEnrolled: true,
    })
  })

const audited = (home: string) => {
  const store = openStore(home)
  const rows = store
    .prepare()((db) => db.selectFrom('audit').select(['kind', 'who', 'why']).orderBy('seq'))
    .all({})
  store.close()
  return rows
}

const consent = { name: '王敏', reason: '旧电脑，锁在办公室里' }
const accepted = { kind: 'unprotected-token-accepted', who: consent.name, why: consent.reason }

describe('a computer without a key store', () => {
  test('enrols with a typed code only after an administrator has accepted that, by name', async () => {
    const { server, home, credentials, open } = await start(false)
    const station = open()
    await until(async () =>
      expect(await station.ask('sync.health', undefined)).toMatchObject({
        enrolAgain: true,
        consentDue: true,
      }),
    )
    await expect(
      station.ask('sync.enrol', { pairingCode: server.pairingCode }),
    ).rejects.toMatchObject({ code: 'token-unprotected' })
    expect(credentials.load()).toBeNull()

    await station.ask('sync.enrol', { pairingCode: server.pairingCode, consent })
    await isOnline(station)
    expect((await station.ask('sync.health', undefined)).consentDue).toBe(false)
    await station.close()
    expect(audited(home)).toEqual([accepted])
  })

  test('asks nobody where the settings hold the pairing code anyway, and notes that once', async () => {
    const { server, home, credentials, open } = await start(false)
    const first = open(server.pairingCode)
    await isOnline(first)
    expect((await first.ask('sync.health', undefined)).consentDue).toBe(false)
    await first.close()
    credentials.save('worthless')
    const second = open(server.pairingCode)
    await isOnline(second)
    await second.close()
    expect(credentials.load()).not.toBe('worthless')
    expect(audited(home)).toEqual([
      { kind: 'unprotected-token-configured', who: 'settings.json', why: 'api.pairingCode' },
    ])
  })

  test('asks once: who accepted is remembered over a restart', async () => {
    const { server, home, credentials, open } = await start(false)
    const first = open()
    await first.ask('sync.enrol', { pairingCode: server.pairingCode, consent })
    await isOnline(first)
    await first.close()
    credentials.save('worthless')
    const second = open()
    await second.ask('sync.enrol', { pairingCode: server.pairingCode })
    await isOnline(second)
    await second.close()
    expect(audited(home)).toEqual([accepted])
  })
})

test('a computer with a key store asks nobody and notes nothing', async () => {
  const { server, home, open } = await start(true)
  const station = open()
  expect((await station.ask('sync.health', undefined)).consentDue).toBe(false)
  await station.ask('sync.enrol', { pairingCode: server.pairingCode })
  await isOnline(station)
  await station.close()
  expect(audited(home)).toEqual([])
})
