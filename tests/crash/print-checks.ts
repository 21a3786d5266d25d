import assert from 'node:assert/strict'
import { type StoredPrintJob, storedPrintJobs } from '#tests/e2e/support/station-store.ts'
import { sha256 } from './paper.ts'

const identity = ({ cartonCode, revision, side, page, copy }: StoredPrintJob): string =>
  `${cartonCode} r${revision} ${side}/${page} copy ${copy}`

/** Jobs the power cut found between the first byte and the answer, by label identity. */
export const interruptedJobs = (home: string): readonly string[] =>
  storedPrintJobs(home)
    .filter(({ state }) => state === 'sending')
    .map(identity)

/** After the restart nobody knows of these whether they came out, and says so, unless the packer scanned them since. */
export const checkUncertain = (home: string, interrupted: readonly string[]): void => {
  const states = new Map(storedPrintJobs(home).map((job) => [identity(job), job.state]))
  for (const label of interrupted) {
    const state = states.get(label)
    assert.ok(
      state === 'uncertain' || state === 'confirmed',
      `${label} was being sent when the power went, and is ${state} now`,
    )
  }
}

const beginsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  Buffer.compare(bytes.subarray(0, start.length), start) === 0

const begun: ReadonlySet<string> = new Set(['sending', 'sent', 'confirmed', 'uncertain'])

/** Every connection that brought the printer bytes is another label's: none was sent twice, whole or in part. */
export const checkPaper = (home: string, received: readonly Uint8Array[]): void => {
  const jobs = storedPrintJobs(home).filter(({ state }) => begun.has(state))
  const labelOf = new Map(
    jobs.map((job) => [sha256(job.bytes ?? new Uint8Array()), identity(job)] as const),
  )
  assert.equal(labelOf.size, jobs.length, 'two labels have the same bytes')

  const arrived = new Set<string>()
  const pieces: Uint8Array[] = []
  for (const bytes of received) {
    const hash = sha256(bytes)
    const label = labelOf.get(hash)
    if (label === undefined) {
      if (bytes.length > 0) pieces.push(bytes)
      continue
    }
    assert.ok(!arrived.has(label), `${label} was sent to the printer twice`)
    arrived.add(label)
  }
  // A piece belongs to one label of which nothing else came. The longest first: it fits the fewest.
  const waiting = new Set(jobs.filter((job) => !arrived.has(identity(job))))
  for (const piece of pieces.toSorted((left, right) => right.length - left.length)) {
    const owner = [...waiting].find((job) => beginsWith(job.bytes ?? new Uint8Array(), piece))
    assert.ok(owner !== undefined, `${piece.length} bytes of a label that was sent already`)
    waiting.delete(owner)
  }
  for (const job of waiting) {
    assert.notEqual(job.state, 'sent', `${identity(job)} counts as sent and never arrived`)
  }
}
