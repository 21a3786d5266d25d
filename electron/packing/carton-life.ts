import type { CartonMoment, MomentOf, UploadView } from '#shared/contract/carton-page-views.ts'
import { recountBegun } from './recount-records.ts'

/** An event of the carton, and the newest scan when it happened; null where that was not written down. */
export interface LifeStep {
  readonly moment: MomentOf<'step'>
  readonly afterScan: number | null
}

/** A label or a recount, and the newest event and scan when it was begun. */
export interface LifeDeed {
  readonly moment: MomentOf<'label'> | MomentOf<'recount'>
  readonly afterEvent: number | null
  readonly afterScan: number | null
}

/** A fact that was told, or is to be told, to the server. */
export interface LifeCommand {
  readonly type: string
  readonly epoch: number
  readonly seq: number
  readonly at: string
  readonly revision: number
  readonly operator: string | null
  /** Of a label. */
  readonly place: string | null
  /** Of a recount. */
  readonly outcome: string | null
  readonly upload: UploadView
  /** It was, or will be, said once more under another number. */
  readonly isSaidAgain: boolean
}

export interface LifeParts {
  /** Each list in the order it was written down. */
  readonly scans: readonly MomentOf<'scan'>[]
  readonly steps: readonly LifeStep[]
  readonly deeds: readonly LifeDeed[]
  readonly commands: readonly LifeCommand[]
}

/** Only where nothing better was written down, and between things that do not touch each other. */
const isNotAfter = (one: string, other: string): boolean => {
  const [first, second] = [Date.parse(one), Date.parse(other)]
  return Number.isNaN(first) || Number.isNaN(second) || first <= second
}

export const placeOf = ({ side, page, copy }: Record<'side' | 'page' | 'copy', number>): string =>
  `${side}/${page}/${copy}`

/** What a moment is called in the facts; one fact tells of one moment, and of each revision at most one. */
const toldAs = (moment: CartonMoment): string | null => {
  switch (moment.kind) {
    case 'step':
      return `carton-${moment.step} ${moment.revision}`
    case 'label':
      return `label-printed ${moment.revision} ${placeOf(moment)}`
    case 'recount':
      return `carton-recounted ${moment.revision} ${moment.state}`
    case 'scan':
    case 'command':
      return null
  }
}
const tells = ({ type, revision, place, outcome }: LifeCommand): string =>
  [type, revision, place ?? outcome].filter((part) => part !== null).join(' ')

/** The items before the first that `ends`, and the rest. */
const split = <Item>(
  items: readonly Item[],
  ends: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] => {
  const at = items.findIndex(ends)
  return at < 0 ? [items, []] : [items.slice(0, at), items.slice(at)]
}

const isBegunBefore = ({ moment, afterScan }: LifeDeed, scan: MomentOf<'scan'>): boolean =>
  afterScan === null ? isNotAfter(moment.at, scan.at) : afterScan < scan.id

/** Both lists keep their own order. */
const merge = (
  scans: readonly MomentOf<'scan'>[],
  deeds: readonly LifeDeed[],
): readonly CartonMoment[] => {
  const merged: CartonMoment[] = []
  let left = scans
  for (const deed of deeds) {
    const [before, rest] = split(left, (scan) => isBegunBefore(deed, scan))
    merged.push(...before, deed.moment)
    left = rest
  }
  return [...merged, ...left]
}

const isScannedBefore = (scan: MomentOf<'scan'>, { moment, afterScan }: LifeStep): boolean => {
  // The scan that opens a carton is its first one.
  if (moment.step === 'opened') return false
  return afterScan === null ? isNotAfter(scan.at, moment.at) : scan.id <= afterScan
}
const follows = ({ moment, afterEvent }: LifeDeed, step: LifeStep): boolean =>
  afterEvent === null ? isNotAfter(step.moment.at, moment.at) : afterEvent >= step.moment.id

/** Everything but what goes to the server. */
const inOrder = ({ scans, steps, deeds }: LifeParts): readonly CartonMoment[] => {
  const life: CartonMoment[] = []
  let left = { scans, deeds }
  for (const step of steps) {
    const [scansBefore, scansLeft] = split(left.scans, (scan) => !isScannedBefore(scan, step))
    const [deedsBefore, deedsLeft] = split(left.deeds, (deed) => follows(deed, step))
    life.push(...merge(scansBefore, deedsBefore))
    // The recount itself follows.
    if (step.moment.step !== recountBegun) life.push(step.moment)
    left = { scans: scansLeft, deeds: deedsLeft }
  }
  return [...life, ...merge(left.scans, left.deeds)]
}

/** What was said once more, since the station was enrolled anew, counts as it was said last. */
const withoutRepeated = (commands: readonly LifeCommand[]): readonly LifeCommand[] => {
  const newest = new Map(commands.map((command) => [tells(command), command]))
  return commands.filter(
    (command) => !command.isSaidAgain || newest.get(tells(command)) === command,
  )
}

/** A carton's life in the order it happened, each moment with where the word about it stands. */
export const cartonLife = (parts: LifeParts): readonly CartonMoment[] => {
  const told = Map.groupBy(withoutRepeated(parts.commands), tells)
  const life = inOrder(parts).map((moment): CartonMoment => {
    const key = toldAs(moment)
    const command = key === null ? undefined : told.get(key)?.shift()
    if (command === undefined || !('upload' in moment)) return moment
    return { ...moment, upload: command.upload, operator: moment.operator ?? command.operator }
  })
  const rest = [...told.values()].flat()
  return [
    ...life,
    ...rest.map(({ type, epoch, seq, at, revision, operator, upload }) => {
      const command = { type, epoch, seq, at, revision, operator, upload }
      return { kind: 'command' as const, ...command }
    }),
  ]
}
