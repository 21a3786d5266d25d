import type { Fact } from '#shared/domain/facts.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import { createAuditLog } from '#electron/audit/index.ts'
import type { RawScan } from '#electron/devices/index.ts'
import { createOperatorScans, createSignIn, type SignIn } from '#electron/operators/index.ts'
import type { Bench } from '#electron/packing/index.ts'
import type { Settings } from '#electron/settings/index.ts'
import type { Store } from '#electron/store/index.ts'
import { approvableAt } from './approvable.ts'
import type { Publish } from './publish.ts'

interface DeskParts {
  readonly store: Store
  readonly settings: Settings
  readonly clock: () => Date
  /** ISO 8601 with offset. */
  readonly now: () => string
  readonly publish: Publish
  readonly readScan: ReadScan
  readonly record: (fact: Fact) => void
}

/** Who works at the bench: on marks, in facts, and in what a supervisor answers for. */
export interface OperatorDesk {
  readonly signIn: SignIn
  /** The name on marks; null where nobody signs in. */
  name(): string | null
  /** Adds a fact to the outbox, with who was at the bench. */
  record(fact: Fact): void
  /** Takes badges and what waits for one. @returns whether a scan ended there */
  scansAt(bench: Bench): (scan: RawScan) => boolean
}

export const openOperatorDesk = (parts: DeskParts): OperatorDesk => {
  const { store, settings, clock, now, publish, readScan } = parts
  const audit = createAuditLog(store, clock)
  const signIn = createSignIn({
    store,
    operators: settings.operators,
    now,
    changed: (view) => publish('signIn', view),
  })
  const name = (): string | null => signIn.current()?.name ?? null
  return {
    signIn,
    name,
    record: (fact) => {
      const operator = name()
      parts.record(operator === null ? fact : { ...fact, operator })
    },
    scansAt: (bench) =>
      createOperatorScans({
        signIn,
        readScan,
        approvable: approvableAt(bench),
        approved: (command, what, supervisor) => {
          const kind = command === 'void' ? 'void-approved' : 'weight-approved'
          audit.add({ kind, who: supervisor.name, why: what })
        },
        tell: bench.notice,
        refuse: (code, scan) => bench.notTaken(scan, code),
      }),
  }
}
