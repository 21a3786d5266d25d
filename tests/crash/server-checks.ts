import assert from 'node:assert/strict'
import type { SandboxProcess } from '#tests/e2e/support/sandbox-process.ts'
import { readStore, storedCartons } from '#tests/e2e/support/station-store.ts'

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

/** The server has what the station has: every carton that was ever sealed, each seal once. */
export const checkServer = async (home: string, server: SandboxProcess): Promise<void> => {
  const sealed = timesSealed(home)
  const here = storedCartons(home)
    .filter(({ code }) => sealed.has(code))
    .map((carton) => ({
      code: carton.code,
      orderNo: carton.orderNo,
      cartonNo: carton.cartonNo,
      status: status[carton.state],
      seals: sealed.get(carton.code),
    }))
  const there = (await server.cartons()).map((carton) => ({
    code: carton.carton_code,
    orderNo: carton.reference_no,
    cartonNo: carton.box_no,
    status: carton.status,
    seals: carton.sealed_facts,
  }))
  const byCode = (left: { readonly code: string }, right: { readonly code: string }): number =>
    left.code < right.code ? -1 : 1
  assert.deepEqual(there.toSorted(byCode), here.toSorted(byCode))
}
