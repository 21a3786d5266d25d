import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { liveSettings, type StationSettings } from '#tests/e2e/support/station-settings.ts'
import { type SandboxProcess, startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { attend, type RoundParts, runRound } from '#tests/crash/crash-round.ts'
import { createDice, type Dice } from '#tests/crash/dice.ts'
import { orders } from '#tests/crash/goods.ts'
import { allPhases, chooseMoment, type KillMoment } from '#tests/crash/kill-moment.ts'
import { checkPaper } from '#tests/crash/print-checks.ts'
import { printerMood } from '#tests/crash/printer-mood.ts'
import { createRoundBook, lastScanId } from '#tests/crash/round-book.ts'
import { checkAcknowledged, scansAfter } from '#tests/crash/scan-log.ts'
import { checkRights, checkServer } from '#tests/crash/server-checks.ts'
import type { StationAtWork } from '#tests/crash/station-at-work.ts'
import { checkStore } from '#tests/crash/store-checks.ts'
import { createTrail } from '#tests/crash/trail.ts'
import { startChaosProxy } from '#tests/support/chaos-proxy.ts'
import { type FaultKind, faultKinds } from '#tests/support/line-fault.ts'
import { startTcpPrinter, type TcpPrinter } from '#tests/support/tcp-printer.ts'
import { type ChaosFigures, countStored } from './chaos-figures.ts'
import { bareStations } from './open-bare-station.ts'
import { createServerKiller } from './server-killer.ts'
import { createWeather } from './weather.ts'

export interface ChaosRun {
  /** A folder for the station's and the server's data. */
  readonly folder: string
  readonly seed: number
  /** The run goes on until so many scans of goods were accepted … */
  readonly scans: number
  /** … so many cartons were sealed … */
  readonly cartons: number
  /** … and every kind of fault has struck so often. */
  readonly faults: number
  /** Kills the station again and again, and now and then the server. */
  readonly kills: boolean
  /** Of PostgreSQL; null for the embedded one. */
  readonly database: string | null
}

/** What a run leaves, for those who want to look closer. */
export interface ChaosEnd {
  readonly figures: ChaosFigures
  readonly home: string
  readonly settings: StationSettings
  readonly server: SandboxProcess
  readonly printer: TcpPrinter
}

/** The same moment, after some acts in peace. */
const later = (moment: KillMoment, acts: number): KillMoment => {
  let done = 0
  return {
    ...moment,
    isSeen: (observation) => {
      if (observation.kind === 'done') done += 1
      return done >= acts && moment.isSeen(observation)
    },
  }
}

/** No scale stands here: half a second a carton would be most of the run. */
const phases = allPhases.filter((phase) => phase !== 'weight-moving')

/** Enough for any round: a round ends by a kill. */
const mostActs = 200

export const untilDrained = async ({ witness, ask }: StationAtWork): Promise<void> => {
  await ask('sync.retry', undefined)
  await witness.until('an empty outbox', () => {
    const sync = witness.sync()
    return sync?.state === 'online' && sync.pending === 0
  })
}

/**
 * Packs over a line that breaks in every way, between a station and a server in processes of their own; in the end, on a
 * line that is whole again, everything must be where it belongs, once. `look` sees it before the server ends.
 */
export const runChaos = async (
  run: ChaosRun,
  look: (end: ChaosEnd) => Promise<void> = () => Promise.resolve(),
): Promise<ChaosFigures> => {
  const begun = performance.now()
  const { folder, seed } = run
  const home = join(folder, 'home')
  const trail = createTrail()
  const faults: string[] = []
  const weather = createWeather(createDice(seed))
  const printer = await startTcpPrinter()
  const proxy = await startChaosProxy()
  proxy.follow(weather)
  const server = await startSandbox(join(folder, 'server'), orders, run.database)
  const { pairingCode } = server
  proxy.connectTo(Number(new URL(server.url).port))
  const settings = liveSettings({
    server: { url: proxy.url, pairingCode },
    printer: printer.address,
    parkingPrinter: `file:${join(folder, 'temporary-labels.zpl')}`,
    scale: null,
  })
  const serverKiller = createServerKiller(server)
  const open = bareStations((what) => faults.push(what))
  const programs: ChildProcess[] = []
  const parts = (dice: Dice): RoundParts => ({
    open: ({ launched, ...wanted }) =>
      open({
        ...wanted,
        launched: (program) => {
          programs.push(program)
          launched(program)
        },
      }),
    home,
    settings,
    printer,
    // What is parked has not been told to the server, which is compared with the station in the end.
    mayPark: false,
    dice,
    mostActs,
    tell: (observation) => {
      trail.tell(observation)
      serverKiller.observed(observation)
    },
  })
  const book = createRoundBook({ home, received: () => printer.received, trail })
  let kills = 0

  /** The first start of all: orders, codes and numbers come down, through the first storms. */
  const prepare = async (): Promise<void> => {
    const { station } = await attend(parts(createDice(seed)), trail.tell)
    const { witness, close } = station
    // A pull counts when what it made the station ask for has been answered as well.
    await witness.until('orders, codes and numbers', () => witness.sync()?.lastPullAt != null)
    await close()
  }
  const isEnough = (): boolean => {
    const { accepted, cartons } = countStored(home)
    if (accepted < run.scans || cartons < run.cartons) return false
    const { faults: struck, lostAfterCommit } = proxy.tally
    const isCommon = (kind: FaultKind): boolean => (struck[kind] ?? 0) >= run.faults
    return faultKinds.every(isCommon) && lostAfterCommit >= run.faults
  }
  const packInPeace = async (): Promise<void> => {
    const before = lastScanId(home)
    const { station, packOn } = await attend(parts(createDice(seed + 1)), trail.tell)
    for (let act = 0; act % 20 !== 0 || !isEnough(); act += 1) await packOn()
    await station.close()
    assert.deepEqual(checkAcknowledged(station.witness.answers, scansAfter(home, before)), [])
  }
  const packAndKill = async (round: number): Promise<void> => {
    const dice = createDice(seed * 1_000 + round)
    const phase = phases[round % phases.length] ?? 'at-rest'
    const moment = later(chooseMoment(dice, phase), dice.int(10, 90))
    trail.say(`--- round ${round}: ${phase} × ${moment.after}`)
    printer.behave(printerMood(dice, phase))
    if (dice.chance(25)) serverKiller.arm(dice.int(1, 15))
    const { struck: _, ...ending } = await runRound(parts(dice), moment, {
      lastScanId: lastScanId(home),
      started: book.started,
    })
    kills += 1
    await serverKiller.settled()
    book.ended(ending)
  }
  /** No more faults: the packer finishes a carton, and everything reaches the server. */
  const settle = async (): Promise<void> => {
    weather.clear()
    printer.behave({ kind: 'accept' })
    const { station, packOn } = await attend(parts(createDice(seed + 2)), trail.tell)
    const { witness } = station
    if (run.kills) await book.started(witness.state())
    const before = witness.state().lastVerified?.code
    const isDone = (): boolean => {
      const { carton, lastVerified } = witness.state()
      return carton === null && lastVerified !== null && lastVerified.code !== before
    }
    while (!isDone()) await packOn()
    await untilDrained(station)
    checkStore(home)
    checkPaper(home, printer.received)
    await checkServer(home, server)
    await checkRights(home, server)
    await station.close()
    assert.deepEqual(faults, [])
  }

  try {
    await prepare()
    if (run.kills) for (let round = 0; !isEnough(); round += 1) await packAndKill(round)
    else await packInPeace()
    await settle()
    const figures: ChaosFigures = {
      seconds: Math.round((performance.now() - begun) / 1000),
      ...proxy.tally,
      ...countStored(home),
      stationKills: kills,
      serverKills: serverKiller.kills(),
      ...book.totals,
    }
    await look({ figures, home, settings, server, printer })
    return figures
  } catch (error) {
    throw new Error(`CHAOS_SEED=${seed} chooses the same faults. The end of it:\n${trail.end()}`, {
      cause: error,
    })
  } finally {
    // After a failure the last one runs still.
    for (const program of programs) program.kill('SIGKILL')
    await serverKiller.settled()
    await server.stop()
    await proxy.close()
    await printer.close()
  }
}
