import assert from 'node:assert/strict'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startSandbox } from '#tests/e2e/support/sandbox-process.ts'
import { liveSettings } from '#tests/e2e/support/station-settings.ts'
import { readStore } from '#tests/e2e/support/station-store.ts'
import { startTcpPrinter } from '#tests/support/tcp-printer.ts'
import { attend, type RoundParts, runRound } from './crash-round.ts'
import { createDice } from './dice.ts'
import { orderNumbers, orders } from './goods.ts'
import { allPhases, chooseMoment, type Phase } from './kill-moment.ts'
import { checkPaper } from './print-checks.ts'
import { printerMood } from './printer-mood.ts'
import { createRoundBook, lastScanId } from './round-book.ts'
import { checkServer } from './server-checks.ts'
import { checkStore } from './store-checks.ts'
import { createTrail } from './trail.ts'
import { openWindowStation, type WindowStation } from './window-station.ts'

interface CrashRun {
  /** When the power goes, round by round; by default every phase as often as any other. */
  readonly phases?: readonly Phase[]
  /** A folder for the station's and the server's data. */
  readonly folder: string
  readonly rounds: number
  readonly seed: number
}

/** What a run has been through. */
export interface CrashFigures {
  readonly rounds: number
  /** Kills by what the station was doing; `at-rest` also where the moment never came. */
  readonly kills: Readonly<Partial<Record<Phase, number>>>
  readonly scans: number
  readonly cartons: number
  readonly labels: number
  /** Labels of which nobody knew after a kill whether they came out. */
  readonly interrupted: number
  /** Scans that were on disk, the answer not yet on the screen. */
  readonly unseen: number
}

const count = (home: string, table: 'scans' | 'cartons' | 'print_jobs'): number =>
  readStore(home, (db) => {
    const row = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()
    return row?.n ?? 0
  })

/** More than any kill moment needs. */
const mostActs = 80

/** Packs, kills and starts again, `rounds` times on one folder; then everything must be where it belongs. */
export const runCrashRounds = async (run: CrashRun): Promise<CrashFigures> => {
  const { folder, rounds, seed, phases = allPhases } = run
  const home = join(folder, 'home')
  const trail = createTrail()
  const printer = await startTcpPrinter()
  const server = await startSandbox(join(folder, 'server'), orders)
  const settings = liveSettings({
    server,
    printer: printer.address,
    // The other one's paper is judged label by label.
    parkingPrinter: `file:${join(folder, 'temporary-labels.zpl')}`,
  })
  const parts = (round: number): RoundParts<WindowStation> => {
    const dice = createDice(seed * 1_000 + round)
    return {
      open: openWindowStation,
      home,
      settings,
      printer,
      mayPark: true,
      dice,
      tell: trail.tell,
      mostActs,
    }
  }
  const kills: Partial<Record<Phase, number>> = {}
  const book = createRoundBook({ home, received: () => printer.received, trail })

  /** The first start of all: orders, codes and numbers come down. */
  const prepare = async (): Promise<void> => {
    const { station } = await attend(parts(rounds), () => undefined)
    for (const name of orderNumbers) {
      await expect(station.page.getByRole('button', { name })).toBeVisible()
    }
    await expect(station.page.getByTestId('outbox-pending')).toHaveText('0')
    await station.close()
  }

  const round = async (number: number): Promise<void> => {
    const play = parts(number)
    const { dice } = play
    const moment = chooseMoment(dice, phases[number % phases.length] ?? 'at-rest')
    const offline = number > 0 && dice.chance(20)
    printer.behave(printerMood(dice, moment.phase))
    trail.say(
      `--- round ${number}: ${moment.phase} × ${moment.after}${offline ? ', no server' : ''}`,
    )
    if (offline) await server.stop()
    const { struck, ...ending } = await runRound(play, moment, {
      lastScanId: lastScanId(home),
      started: book.started,
    })
    if (offline) await server.start()
    const phase = struck ? moment.phase : 'at-rest'
    kills[phase] = (kills[phase] ?? 0) + 1
    book.ended(ending)
  }

  /** No more faults: the packer finishes a carton, and everything reaches the server. */
  const settle = async (): Promise<void> => {
    printer.behave({ kind: 'accept' })
    const { station, packOn } = await attend(parts(rounds), () => undefined)
    const { witness } = station
    await book.started(witness.state())
    const before = witness.state().lastVerified?.code
    const isDone = (): boolean => {
      const { carton, lastVerified } = witness.state()
      return carton === null && lastVerified !== null && lastVerified.code !== before
    }
    while (!isDone()) await packOn()
    await station.ask('sync.retry', undefined)
    await expect(station.page.getByTestId('outbox-pending')).toHaveText('0')
    checkStore(home)
    checkPaper(home, printer.received)
    await checkServer(home, server)
    await station.close()
  }

  try {
    await prepare()
    for (let number = 0; number < rounds; number += 1) await round(number)
    await settle()
  } catch (error) {
    throw new Error(`CRASH_SEED=${seed} plays this again. The end of it:\n${trail.end()}`, {
      cause: error,
    })
  } finally {
    await server.stop()
    await printer.close()
  }
  assert.equal(
    Object.values(kills).reduce((sum, some) => sum + some, 0),
    rounds,
  )
  return {
    rounds,
    kills,
    scans: count(home, 'scans'),
    cartons: count(home, 'cartons'),
    labels: count(home, 'print_jobs'),
    ...book.totals,
  }
}
