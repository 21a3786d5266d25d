import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import type { RequestName } from '#shared/contract/channels.ts'
import type { RequestInput, RequestOutput } from '#shared/contract/ipc.ts'
import { startServices } from '#electron/main/services.ts'
import { loadSettings } from '#electron/settings/index.ts'
import type { KeptCredentials } from '#electron/sync/index.ts'
import { liveSettings } from '#tests/e2e/support/station-settings.ts'
import { stationSources } from '#tests/support/station-sources.ts'
import { watchCommits } from './commit-clock.ts'
import { benchOrderNo } from './goods.ts'
import { waitFor } from './wait-for.ts'

/** Milliseconds from the request: to the end of its commit, and until the answer is there. */
export interface ScanTimes {
  readonly committed: number
  readonly answered: number
}

export interface BenchStation {
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
  scan(text: string): ScanTimes
  close(): Promise<void>
}

export const memoryCredentials = (): KeptCredentials => {
  let kept: string | null = null
  return {
    isProtected: true,
    load: () => kept,
    save: (token) => {
      kept = token
    },
  }
}

interface Parts {
  readonly home: string
  readonly server: { readonly url: string; readonly pairingCode: string }
  readonly credentials: KeptCredentials
  /** Address; `virtual` unless told otherwise. */
  readonly printer?: string
}

/** The services of the app under plain Node: only the window is missing. */
export const startBenchStation = (parts: Parts): BenchStation => {
  const { home, server, credentials, printer = 'virtual' } = parts
  mkdirSync(home, { recursive: true })
  const settings = liveSettings({ server, printer })
  writeFileSync(join(home, 'settings.json'), JSON.stringify(settings))
  const { handlers, close } = startServices({
    home,
    settings: loadSettings(home),
    saveLanguage: () => undefined,
    savePrinters: () => undefined,
    saveDevices: () => undefined,
    copyText: () => Promise.resolve(),
    version: '0.0.0-bench',
    ...stationSources,
    credentials,
    publish: () => undefined,
    storeDamaged: (fault) => {
      throw fault
    },
    log: pino({ level: 'silent' }),
  })
  const handler = <Name extends RequestName>(name: Name) => {
    const found = handlers[name]
    if (found === undefined) throw new Error(`no handler for ${name}`)
    return found
  }
  const takeScan = handler('bench.scan')
  const committedAt = watchCommits()
  return {
    ask: async (name, input) => handler(name)(input),
    scan: (text) => {
      const begun = performance.now()
      // Scans are judged and committed before the request returns.
      void takeScan(text)
      const answered = performance.now() - begun
      return { committed: committedAt() - begun, answered }
    },
    close,
  }
}

/** Waits for the order, codes, numbers and rights, and opens the order. */
export const openBenchOrder = async (station: BenchStation): Promise<void> => {
  await waitFor('the order', async () => {
    const { sync, codesLeft, lastPullAt } = await station.ask('sync.health', undefined)
    return (
      sync.state === 'online' && sync.pending === 0 && codesLeft > 0 && lastPullAt.changes !== null
    )
  })
  await station.ask('bench.open', benchOrderNo)
}
