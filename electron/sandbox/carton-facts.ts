import type { FactPayload, WireCarton } from '#shared/contract/linkstar-api.ts'
import type { Applying, Flag } from './outcome.ts'
import { liveStatuses } from './packed-units.ts'
import { sealOddities } from './seal-oddities.ts'
import { spendRights, unspendRights } from './spend-rights.ts'

const flag = (code: string, message: string): Flag => ({ code, message })

const find = ({ tx }: Applying, code: string) =>
  tx.selectFrom('cartons').selectAll().where('carton_code', '=', code).executeTakeFirst()

const isLive = (status: string): boolean => liveStatuses.some((live) => live === status)

type KnownCarton = NonNullable<Awaited<ReturnType<typeof find>>>

/** Why a seal does not fit what the server knows of the carton; `apply` when it still becomes its state. */
const clash = (
  known: KnownCarton,
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

const writeSealed = async ({ tx, station }: Applying, carton: WireCarton): Promise<void> => {
  const state = {
    reference_no: carton.reference_no,
    box_no: carton.box_no,
    revision: carton.revision,
    status: 'sealed' as const,
    station_id: station.stationId,
    body: JSON.stringify(carton),
  }
  await tx
    .insertInto('cartons')
    .values({ carton_code: carton.carton_code, ...state, sealed_facts: 0 })
    .onConflict((conflict) => conflict.column('carton_code').doUpdateSet(state))
    .execute()
  await tx.deleteFrom('carton_contents').where('carton_code', '=', carton.carton_code).execute()
  await tx
    .insertInto('carton_contents')
    .values(carton.box_details.map((detail) => ({ carton_code: carton.carton_code, ...detail })))
    .execute()
}

export const cartonSealed = async (by: Applying, carton: WireCarton): Promise<readonly Flag[]> => {
  const known = await find(by, carton.carton_code)
  const clashing = known === undefined ? null : clash(known, carton)
  const oddities = [...(await sealOddities(by, carton, known === undefined))]
  if (clashing?.apply ?? true) {
    if (known !== undefined && isLive(known.status)) {
      await unspendRights(by, known.reference_no, known.carton_code)
    }
    oddities.push(...(await spendRights(by, carton)))
    await writeSealed(by, carton)
  }
  await by.tx
    .updateTable('cartons')
    .set((eb) => ({ sealed_facts: eb('sealed_facts', '+', 1) }))
    .where('carton_code', '=', carton.carton_code)
    .execute()
  return clashing === null ? oddities : [clashing.flag, ...oddities]
}

type Told = FactPayload<'carton-verified'>

/** Facts about a carton that must have been sealed before. */
const onKnownCarton = async (
  by: Applying,
  told: Told,
  change: (known: KnownCarton) => Promise<readonly Flag[]>,
): Promise<readonly Flag[]> => {
  const known = await find(by, told.carton_code)
  if (known === undefined) {
    return [flag('carton-unknown', `${told.carton_code} was never sealed here`)]
  }
  if (known.reference_no !== told.reference_no) {
    return [flag('order-differs', `${told.carton_code} is of ${known.reference_no}`)]
  }
  return change(known)
}

const setState = async (
  by: Applying,
  known: KnownCarton,
  state: { status: KnownCarton['status']; revision: number },
): Promise<void> => {
  const code = known.carton_code
  await by.tx.updateTable('cartons').set(state).where('carton_code', '=', code).execute()
  if (isLive(known.status) && !isLive(state.status)) {
    await unspendRights(by, known.reference_no, code)
  }
}

export const cartonReopened = (
  by: Applying,
  told: FactPayload<'carton-reopened'>,
): Promise<readonly Flag[]> =>
  onKnownCarton(by, told, async (known) => {
    const { carton_code: code, revision } = told
    if (known.status === 'voided') return [flag('carton-voided', `${code} was voided before`)]
    if (revision <= known.revision) {
      return [flag('revision-unexpected', `${code} is already at revision ${known.revision}`)]
    }
    await setState(by, known, { status: 'reopened', revision })
    if (revision === known.revision + 1 && known.status !== 'reopened') return []
    return [flag('revision-unexpected', `${code} went from ${known.revision} to ${revision}`)]
  })

export const cartonVoided = (
  by: Applying,
  told: FactPayload<'carton-voided'>,
): Promise<readonly Flag[]> =>
  onKnownCarton(by, told, async (known) => {
    if (known.status === 'voided')
      return [flag('carton-voided', `${told.carton_code} was voided before`)]
    const revision = Math.max(known.revision, told.revision)
    await setState(by, known, { status: 'voided', revision })
    return []
  })

export const cartonVerified = (by: Applying, told: Told): Promise<readonly Flag[]> =>
  onKnownCarton(by, told, async (known) => {
    const { carton_code: code, revision } = told
    if (known.status !== 'sealed' || known.revision !== revision) {
      const message = `revision ${revision} was verified, but ${code} is ${known.status} at ${known.revision}`
      return [flag('not-sealed', message)]
    }
    await setState(by, known, { status: 'verified', revision })
    return []
  })

export const labelPrinted = async (
  by: Applying,
  told: FactPayload<'label-printed'>,
): Promise<readonly Flag[]> => {
  const { carton_code, revision, side, page, copy, sha256, at } = told
  const label = { carton_code, revision, side, page, copy, sha256, at }
  const { numInsertedOrUpdatedRows } = await by.tx
    .insertInto('labels')
    .values(label)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  const twice = `side ${side}, page ${page}, copy ${copy} of ${carton_code} was printed before`
  const flags = numInsertedOrUpdatedRows === 0n ? [flag('label-printed-twice', twice)] : []
  return [...flags, ...(await onKnownCarton(by, told, () => Promise.resolve([])))]
}

/** The outcome is kept; reopening the carton is a fact of its own. */
export const cartonRecounted = (
  by: Applying,
  told: FactPayload<'carton-recounted'>,
): Promise<readonly Flag[]> =>
  onKnownCarton(by, told, async (known) => {
    const { carton_code, revision, differences, outcome } = told
    const { stationId: station_id, epoch } = by.station
    const row = { carton_code, station_id, epoch, seq: by.seq, body: JSON.stringify(told) }
    await by.tx.insertInto('recounts').values(row).execute()
    if (revision !== known.revision) {
      const message = `revision ${revision} of ${carton_code} was counted, it is at ${known.revision}`
      return [flag('revision-unexpected', message)]
    }
    return outcome === 'left-as-is' && differences.length > 0
      ? [flag('recount-differs', `${differences.length} SKUs differ in ${carton_code}`)]
      : []
  })
