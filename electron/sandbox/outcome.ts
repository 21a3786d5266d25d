import type {
  CommandResult,
  FlagCode,
  RefusalCode,
  WireIssue,
} from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'
import type { StationIdentity } from './enrolment.ts'
import type { RowInserts } from './row-inserts.ts'

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never

/** What a command led to; with its sequence number it is the recorded result. */
export type Outcome = WithoutSeq<CommandResult>

export interface Flag {
  readonly code: FlagCode
  readonly message: string
}

/** Where and for whom a command is applied: always inside the transaction that stores its result. */
export interface Applying {
  readonly tx: Database
  readonly inserts: RowInserts
  readonly station: StationIdentity
  readonly at: string
}

/** A fact is taken as it is; whatever is odd about it is flagged. */
export const factOutcome = (flags: readonly Flag[]): Outcome =>
  flags.length === 0 ? { status: 'applied' } : { status: 'flagged', flags: [...flags] }

export const refusal = (code: RefusalCode, message: string): Outcome => ({
  status: 'refused',
  code,
  message,
})

/** What cannot be read, told field by field. */
export const malformed = (issues: readonly WireIssue[]) =>
  ({
    code: 'malformed',
    message: issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; '),
  }) as const
