import type { FactPayload, FlagCode, WireCarton } from '#shared/contract/linkstar-api.ts'
import { type CartonFact, type CartonFactCommand, readCartonFact } from './carton-fact.ts'
import type { StationIdentity } from './enrolment.ts'
import { isLive, type Ledger, type LedgerCarton } from './ledger.ts'
import { type Applying, factOutcome, type Flag, malformed, type Outcome } from './outcome.ts'
import { readLedger } from './read-ledger.ts'
import { sealOddities } from './seal-oddities.ts'
import { spendRights, unspendRights } from './spend-rights.ts'
import { writeLedger } from './write-ledger.ts'

/** By whom and at which place in the log a fact is told. */
interface Telling {
  readonly ledger: Ledger
  readonly station: StationIdentity
  readonly seq: number
}

const flag = (code: FlagCode, message: string): Flag => ({ code, message })

/** Why a seal does not fit what the server knows of the carton; `apply` when it still becomes its state. */
const clash = (
  known: LedgerCarton,
  carton: WireCarton,
): { readonly flag: Flag; readonly apply: boolean } | null => {
  const { carton_code: code, revision } = carton
  if (known.reference_no !== carton.reference_no || known.box_no !== carton.box_no) {
    const owner = `carton ${known.box_no} of ${known.reference_no}`
    return { flag: flag('code-reused', `${code} is already ${owner}`), apply: false }
  }
  if (known.status === 'voided') {
    return { flag: flag('carton-voided', `${code} was voided before`), apply: false }
  }
  const expected = known.status === 'reopened' ? known.revision : known.revision + 1
  if (revision === expected && known.status === 'reopened') return null
  const message = `revision ${revision} of ${code} was sealed after ${known.revision} (${known.status})`
  return revision < expected
    ? { flag: flag('already-sealed', message), apply: false }
    : { flag: flag('revision-unexpected', message), apply: true }
}

const sealed = ({ ledger, station }: Telling, carton: WireCarton): readonly Flag[] => {
  const known = ledger.carton(carton.carton_code)
  const clashing = known === undefined ? null : clash(known, carton)
  const oddities = [...sealOddities(ledger, carton, known === undefined)]
  const sealed_facts = (known?.sealed_facts ?? 0) + 1
  if (known !== undefined && clashing?.apply === false) {
    ledger.put({ ...known, sealed_facts })
  } else {
    if (known !== undefined && isLive(known)) unspendRights(ledger, station.stationId, known)
    oddities.push(...spendRights(ledger, station.stationId, carton))
    ledger.put({
      carton_code: carton.carton_code,
      reference_no: carton.reference_no,
      box_no: carton.box_no,
      revision: carton.revision,
      status: 'sealed',
      station_id: station.stationId,
      sealed_facts,
      body: JSON.stringify(carton),
      contents: new Map(carton.box_details.map(({ sku, quantity }) => [sku, quantity])),
    })
  }
  return clashing === null ? oddities : [clashing.flag, ...oddities]
}

type Told = FactPayload<'carton-verified'>

/** Facts about a carton that must have been sealed before. */
const onKnownCarton = (
  { ledger }: Telling,
  told: Told,
  change: (known: LedgerCarton) => readonly Flag[],
): readonly Flag[] => {
  const known = ledger.carton(told.carton_code)
  if (known === undefined) {
    return [flag('carton-unknown', `${told.carton_code} was never sealed here`)]
  }
  if (known.reference_no !== told.reference_no) {
    return [flag('order-differs', `${told.carton_code} is of ${known.reference_no}`)]
  }
  return change(known)
}

const setState = (
  { ledger, station }: Telling,
  known: LedgerCarton,
  state: Pick<LedgerCarton, 'status' | 'revision'>,
): void => {
  const changed = { ...known, ...state }
  if (isLive(known) && !isLive(changed)) unspendRights(ledger, station.stationId, known)
  ledger.put(changed)
}

const reopened = (by: Telling, told: FactPayload<'carton-reopened'>): readonly Flag[] =>
  onKnownCarton(by, told, (known) => {
    const { carton_code: code, revision } = told
    if (known.status === 'voided') return [flag('carton-voided', `${code} was voided before`)]
    if (revision <= known.revision) {
      return [flag('revision-unexpected', `${code} is already at revision ${known.revision}`)]
    }
    setState(by, known, { status: 'reopened', revision })
    if (revision === known.revision + 1 && known.status !== 'reopened') return []
    return [flag('revision-unexpected', `${code} went from ${known.revision} to ${revision}`)]
  })

const voided = (by: Telling, told: FactPayload<'carton-voided'>): readonly Flag[] =>
  onKnownCarton(by, told, (known) => {
    if (known.status === 'voided')
      return [flag('carton-voided', `${told.carton_code} was voided before`)]
    setState(by, known, { status: 'voided', revision: Math.max(known.revision, told.revision) })
    return []
  })

const verified = (by: Telling, told: Told): readonly Flag[] =>
  onKnownCarton(by, told, (known) => {
    const { carton_code: code, revision } = told
    if (known.status !== 'sealed' || known.revision !== revision) {
      const message = `revision ${revision} was verified, but ${code} is ${known.status} at ${known.revision}`
      return [flag('not-sealed', message)]
    }
    setState(by, known, { status: 'verified', revision })
    return []
  })

const labelPrinted = (by: Telling, told: FactPayload<'label-printed'>): readonly Flag[] => {
  const { carton_code, revision, side, page, copy, sha256, at } = told
  const twice = `side ${side}, page ${page}, copy ${copy} of ${carton_code} was printed before`
  const isNew = by.ledger.addLabel({ carton_code, revision, side, page, copy, sha256, at })
  return [
    ...(isNew ? [] : [flag('label-printed-twice', twice)]),
    ...onKnownCarton(by, told, () => []),
  ]
}

/** The outcome is kept; reopening the carton is a fact of its own. */
const recounted = (by: Telling, told: FactPayload<'carton-recounted'>): readonly Flag[] =>
  onKnownCarton(by, told, (known) => {
    const { carton_code, revision, differences, outcome } = told
    const { stationId: station_id, epoch } = by.station
    const body = JSON.stringify(told)
    by.ledger.addRecount({ carton_code, station_id, epoch, seq: by.seq, body })
    if (revision !== known.revision) {
      const message = `revision ${revision} of ${carton_code} was counted, it is at ${known.revision}`
      return [flag('revision-unexpected', message)]
    }
    return outcome === 'left-as-is' && differences.length > 0
      ? [flag('recount-differs', `${differences.length} SKUs differ in ${carton_code}`)]
      : []
  })

/** Takes a fact into the books. @returns what is odd about it */
const take = (by: Telling, fact: CartonFact): readonly Flag[] => {
  switch (fact.type) {
    case 'carton-sealed':
      return sealed(by, fact.payload)
    case 'carton-reopened':
      return reopened(by, fact.payload)
    case 'carton-voided':
      return voided(by, fact.payload)
    case 'carton-verified':
      return verified(by, fact.payload)
    case 'label-printed':
      return labelPrinted(by, fact.payload)
    case 'carton-recounted':
      return recounted(by, fact.payload)
  }
}

/** Facts are taken as they are, odd or not. One that cannot be read is kept and flagged: it is never refused. */
export const tellCartonFacts = async (
  { tx, inserts, station }: Applying,
  commands: readonly CartonFactCommand[],
): Promise<readonly Outcome[]> => {
  const read = commands.map((command) => [command.seq, readCartonFact(command)] as const)
  const facts = read.flatMap(([, { fact }]) => fact ?? [])
  const ledger = await readLedger(tx, station.stationId, facts)
  const outcomes = read.map(([seq, { fact, issues }]) =>
    factOutcome(fact === undefined ? [malformed(issues)] : take({ ledger, station, seq }, fact)),
  )
  await writeLedger({ tx, inserts }, ledger.changes())
  return outcomes
}
