import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createManualTicker } from '#tests/support/manual-ticker.ts'
import type { Credentials } from '#electron/sync/index.ts'
import { createNetwork, type Handle, type Network } from './network.ts'
import { createPaper, type Paper, renderer } from './paper.ts'
import { openServer, type SimulatedServer } from './server.ts'
import { startStation, type StationLife, type StationPlant } from './station.ts'
import { type ServerWatch, watchServer } from './watch-server.ts'

/** A bug put into a world from outside, by another part in the place of the right one. */
export interface Plant {
  readonly station?: StationPlant
  readonly server?: (handle: Handle, server: SimulatedServer) => Handle
}

/** What a history has done that changes what may be asked of its end. */
export interface Deeds {
  /** Orders that the server made smaller or cancelled: more may be packed of them than is ordered now. */
  readonly lowered: Set<string>
  /** Stations that were declared lost: what they packed meanwhile may have been granted to others. */
  readonly fenced: Set<number>
  /** Stations that came back from a backup that lacked something. */
  readonly rolledBack: Set<number>
  /** Cartons that a backup knew nothing or something older of. */
  readonly forgotten: Set<string>
  /** Where the packer keeps an order as it was: `station order`. */
  readonly declined: Set<string>
}

export interface Station {
  readonly index: number
  readonly paper: Paper
  readonly life: StationLife
  /** Name of its newest backup. */
  backup: string | null
  /** Ends the program with nothing tidied up, or after closing it and changing its files, and starts it again. */
  crash(): Promise<void>
  restart(meanwhile: (folder: string) => void): Promise<void>
}

export interface World {
  readonly server: SimulatedServer
  readonly onServer: ServerWatch
  readonly network: Network
  readonly stations: readonly Station[]
  readonly pairingCode: string
  readonly deeds: Deeds
  /** Time passes, and whatever waits for it happens. */
  pass(ms: number): void
  /** The wall clocks are set; no time passes. */
  jump(ms: number): void
  /** Resolves when everybody waits for the network, a timer or a person. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface Begin {
  readonly folder: string
  readonly pairingCode: string
  readonly secrets: readonly (string | null)[]
}

const start = Date.UTC(2026, 10, 23, 1)

/** Everybody works in microtasks, which all run before the next turn of the loop. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const stationFolder = (folder: string, index: number, life: number): string =>
  join(folder, `station-${index}-${life}`)

export const serverFolder = (folder: string): string => join(folder, 'server')

/** What a killed process leaves: the files as they are. Its lock goes with it. */
const leave = (from: string, to: string): void => {
  mkdirSync(to)
  for (const name of ['station.db', 'station.db-wal', 'station.open', 'backups', 'documents']) {
    const file = join(from, name)
    if (existsSync(file)) cpSync(file, join(to, name), { recursive: true })
  }
}

export const openWorld = (
  begin: Begin,
  plant: Plant,
  keep: (index: number, secret: string) => void = () => undefined,
): World => {
  const { folder, pairingCode } = begin
  const ticker = createManualTicker()
  let set = start
  const clock = (): Date => new Date(set + ticker.clock())
  const after = (ms: number, run: () => void): (() => void) => {
    const stop = ticker.every(ms, () => {
      stop()
      run()
    })
    return stop
  }
  const server = openServer(serverFolder(folder), clock)
  const deeds: Deeds = {
    lowered: new Set(),
    fenced: new Set(),
    rolledBack: new Set(),
    forgotten: new Set(),
    declined: new Set(),
  }
  const handle = plant.server?.(server.handle, server) ?? server.handle
  const onServer = watchServer(server, handle, deeds)
  const network = createNetwork(onServer.handle)

  const openStation = (index: number): Station => {
    let secret = begin.secrets[index] ?? null
    const credentials: Credentials = {
      load: () => secret,
      save: (fresh) => {
        secret = fresh
        keep(index, fresh)
      },
    }
    const paper = createPaper()
    let lives = 0
    const startLife = (): StationLife =>
      startStation({
        folder: stationFolder(folder, index, lives),
        name: `Bench ${index + 1}`,
        pairingCode,
        credentials,
        fetch: network.fetchOf(index),
        clock,
        after,
        transport: paper.transport,
        renderer,
        plant: plant.station ?? {},
      })
    let life = startLife()
    return {
      index,
      paper,
      get life() {
        return life
      },
      backup: null,
      crash: async () => {
        const from = stationFolder(folder, index, lives)
        leave(from, stationFolder(folder, index, lives + 1))
        await life.close()
        rmSync(from, { recursive: true })
        lives += 1
        life = startLife()
        await settle()
      },
      restart: async (meanwhile) => {
        await life.close()
        meanwhile(stationFolder(folder, index, lives))
        life = startLife()
        await settle()
      },
    }
  }
  const stations = begin.secrets.map((_, index) => openStation(index))

  return {
    server,
    network,
    stations,
    pairingCode,
    deeds,
    onServer,
    pass: (ms) => ticker.advance(ms),
    jump: (ms) => {
      set += ms
    },
    settle,
    close: async () => {
      for (const station of stations) await station.life.close()
      await server.close()
    },
  }
}
