import type { ChildProcess } from 'node:child_process'
import type { BenchState } from '#shared/contract/views.ts'
import type { StationSettings } from '#tests/e2e/support/station-settings.ts'
import type { TcpPrinter } from '#tests/support/tcp-printer.ts'
import { createActs } from './acts.ts'
import type { Dice } from './dice.ts'
import type { KillMoment } from './kill-moment.ts'
import { createPacker } from './random-packer.ts'
import { createPaper } from './paper.ts'
import { createVictim } from './process-tree.ts'
import type { Ending } from './restart-checks.ts'
import { checkAcknowledged, scansAfter } from './scan-log.ts'
import type { OpenStation, StationAtWork } from './station-at-work.ts'
import type { Observation, Witness } from './witness.ts'

export interface RoundParts<Station extends StationAtWork = StationAtWork> {
  readonly open: OpenStation<Station>
  readonly home: string
  readonly settings: StationSettings
  readonly printer: TcpPrinter
  /** Whether cartons may be left parked. */
  readonly mayPark: boolean
  readonly dice: Dice
  readonly tell: (observation: Observation) => void
  /** More than any kill moment needs. */
  readonly mostActs: number
}

/** A bench that runs, somebody who watches it, and a packer. */
export interface Attended<Station extends StationAtWork> {
  readonly station: Station
  /** Does one thing and waits for what comes of it. */
  readonly packOn: () => Promise<void>
}

export const attend = async <Station extends StationAtWork>(
  parts: RoundParts<Station>,
  observed: (observation: Observation) => void,
  launched: (program: ChildProcess) => void = () => undefined,
): Promise<Attended<Station>> => {
  const { open, home, settings, printer, dice, mayPark } = parts
  const station = await open({ home, settings, observed, launched })
  const packOn = createPacker({
    dice,
    acts: createActs(station),
    state: station.witness.state,
    paper: createPaper({ home, received: () => printer.received }),
    home,
    hasScale: settings.scale !== null,
    mayPark,
  })
  return { station, packOn }
}

/** What the run has to know of the round before. */
export interface RoundStart {
  readonly lastScanId: number
  /** Compares the bench after this start with how the last round ended. */
  readonly started: (state: BenchState) => Promise<void>
}

/** Starts the station, packs at random until the moment comes, kills it, and says how that found the bench. */
export const runRound = async (
  parts: RoundParts,
  moment: KillMoment,
  start: RoundStart,
): Promise<Ending & { readonly struck: boolean }> => {
  const victim = createVictim()
  let witness: Witness | null = null
  let seen = 0
  let underWay: string | null = null
  let struck = false
  const kill = (): void => {
    victim.kill()
    witness?.close()
  }
  const observed = (observation: Observation): void => {
    if (victim.isKilled) return
    if (observation.kind === 'begun') underWay = observation.act
    if (observation.kind === 'done') underWay = null
    parts.tell(observation)
    if (!moment.isSeen(observation)) return
    seen += 1
    if (seen < moment.after) return
    struck = true
    kill()
  }
  parts.printer.onRead((total) => observed({ kind: 'bytes', total }))

  /** What was under way when the power went may never be heard of again. */
  const unlessKilled = <T>(work: Promise<T>): Promise<T | null> =>
    Promise.race([work, victim.killed.then(() => null)])

  try {
    const attended = await unlessKilled(attend(parts, observed, victim.is))
    if (attended !== null) {
      ;({ witness } = attended.station)
      await unlessKilled(start.started(witness.state()))
      for (let act = 0; act < parts.mostActs && !victim.isKilled; act += 1) {
        await unlessKilled(attended.packOn())
      }
    }
  } catch (error) {
    // Or it has failed, of course.
    if (!victim.isKilled) throw error
  } finally {
    kill()
  }
  await victim.gone()
  await parts.printer.ended(parts.printer.connections())

  const answers = witness?.answers ?? []
  const unseen = checkAcknowledged(answers, scansAfter(parts.home, start.lastScanId))
  return { last: witness?.state() ?? null, underWay, unseen, struck }
}
