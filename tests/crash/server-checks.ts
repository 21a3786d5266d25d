import assert from 'node:assert/strict'
import type { SandboxProcess, ServerCarton } from '#tests/e2e/support/sandbox-process.ts'
import { readStore, type StoredCarton, storedCartons } from '#tests/e2e/support/station-store.ts'

const timesSealed = (home: string): ReadonlyMap<string, number> =>
  new Map(
    readStore(home, (db) =>
      db
        .prepare<[], { code: string; times: number }>(
          "SELECT code, count(*) AS times FROM carton_events WHERE kind = 'sealed' GROUP BY code",
        )
        .all(),
    ).map(({ code, times }) => [code, times]),
  )

const status: Readonly<Record<string, string>> = {
  open: 'reopened',
  sealed: 'sealed',
  marked: 'sealed',
  verified: 'verified',
  voided: 'voided',
}

/** The seal of a carton that was opened again is out of date; that of a voided one counts no more. */
const sealOf = (
  state: string,
  seal: {
    readonly contents: StoredCarton['contents']
    readonly gross: number | null
    readonly source: string | null
  },
) => (state === 'sealed' || state === 'verified' ? seal : null)

const bySku = (left: { readonly sku: string }, right: { readonly sku: string }): number =>
  left.sku < right.sku ? -1 : 1
const byCode = (left: { readonly code: string }, right: { readonly code: string }): number =>
  left.code < right.code ? -1 : 1

const cartonHere = (carton: StoredCarton, seals: number | undefined) => {
  const state = status[carton.state] ?? carton.state
  const { code, orderNo, cartonNo, revision, contents, gross, weightSource: source } = carton
  return {
    code,
    orderNo,
    cartonNo,
    revision,
    state,
    seals,
    flags: [],
    seal: sealOf(state, { contents: contents.toSorted(bySku), gross, source }),
  }
}

const cartonThere = (carton: ServerCarton) => ({
  code: carton.carton_code,
  orderNo: carton.reference_no,
  cartonNo: carton.box_no,
  revision: carton.revision,
  state: carton.status,
  seals: carton.sealed_facts,
  flags: carton.flags,
  seal: sealOf(carton.status, {
    contents: carton.box_details.toSorted(bySku),
    gross: carton.weight_g,
    source: carton.weight_source,
  }),
})

/** The server has what the station has: every carton that was ever sealed, as it is now, each seal once, nothing odd. */
export const checkServer = async (
  home: string,
  server: Pick<SandboxProcess, 'cartons'>,
): Promise<void> => {
  const sealed = timesSealed(home)
  const here = storedCartons(home)
    .filter(({ code }) => sealed.has(code))
    .map((carton) => cartonHere(carton, sealed.get(carton.code)))
  const there = (await server.cartons()).map(cartonThere)
  assert.deepEqual(there.toSorted(byCode), here.toSorted(byCode))
}

interface StoredLine {
  readonly orderNo: string
  readonly sku: string
  readonly ordered: number
  readonly packed: number
  readonly held: number
}

/**
 * Not a unit of any line is lost or there twice: pool + unspent + spent = ordered, the server counts as spent what is in
 * the station's cartons, and as unspent what the station has left. No carton may be open.
 */
export const checkRights = async (
  home: string,
  server: Pick<SandboxProcess, 'rights'>,
): Promise<void> => {
  const { lines, stationId } = readStore(home, (db) => ({
    stationId: db.prepare<[], string>('SELECT station_id FROM station').pluck().get() ?? '',
    lines: db
      .prepare<[], StoredLine>(
        `SELECT order_no AS orderNo, sku, ordered, packed, granted - packed AS held
         FROM order_lines ORDER BY order_no, sku`,
      )
      .all(),
  }))
  const there = (await server.rights()).map((line) => {
    const unspent = line.granted.reduce((sum, { quantity }) => sum + quantity, 0)
    const { reference_no: orderNo, sku, ordered, pool, spent } = line
    assert.equal(pool + unspent + spent, ordered, `rights to ${sku} of ${orderNo}`)
    const own = line.granted.find((holder) => holder.station_id === stationId)
    return { orderNo, sku, ordered, packed: spent, held: own?.quantity ?? 0 }
  })
  assert.deepEqual(there, lines)
}
