import { expect } from '@playwright/test'
import type { BenchState } from '#shared/contract/views.ts'
import { type StationApp, launchStation } from '#tests/e2e/support/station-app.ts'
import type { StationSettings } from '#tests/e2e/support/station-settings.ts'
import { plugInScanner } from '#tests/e2e/support/wedge-scanner.ts'
import type { TcpPrinter } from '#tests/support/tcp-printer.ts'
import { createActs } from './acts.ts'
import type { Dice } from './dice.ts'
import type { KillMoment } from './kill-moment.ts'
import { createPacker } from './random-packer.ts'
import { createPaper } from './paper.ts'
import { createVictim } from './process-tree.ts'
import type { Ending } from './restart-checks.ts'
import { checkAcknowledged, scansAfter } from './scan-log.ts'
import { attachWitness, type Observation, type Witness } from './witness.ts'

export interface RoundParts {
  readonly home: string
  readonly settings: StationSettings
  readonly printer: TcpPrinter
  readonly dice: Dice
  readonly tell: (observation: Observation) => void
}

/** A bench that runs, somebody who watches it, and a packer. */
export interface Attended {
  readonly station: StationApp
  readonly witness: Witness
  /** Does one thing and waits for what comes of it. */
  readonly packOn: () => Promise<void>
}

/** Every act of a round: more than any kill moment needs. */
const mostActs = 80

export const attend = async (
  parts: RoundParts,
  observed: (observation: Observation) => void,
  launched: (station: StationApp) => void = () => undefined,
): Promise<Attended> => {
  const { home, settings, printer, dice } = parts
  const station = await launchStation({ home, settings })
  launched(station)
  // Keys pressed before the page listens are lost, and no answer says otherwise.
  await expect(station.page.getByTestId('scan-feedback')).toBeAttached()
  const witness = await attachWitness(station.page, observed)
  const scanner = await plugInScanner(station.page)
  const packOn = createPacker({
    dice,
    acts: createActs(station.page, scanner, witness),
    state: witness.state,
    paper: createPaper({ home, received: () => printer.received }),
    home,
  })
  return { station, witness, packOn }
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

  try {
    const attended = await attend(parts, observed, ({ electron }) => victim.is(electron.process()))
    ;({ witness } = attended)
    await start.started(witness.state())
    for (let act = 0; act < mostActs && !victim.isKilled; act += 1) await attended.packOn()
  } catch (error) {
    // What was under way when the power went has failed, of course.
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
