import { fullCheck } from './check-database.ts'
import type { Backup } from './backup-names.ts'
import { makeBackup } from './make-backup.ts'

/** What the store worker does, one job a thread. */
export interface StoreJob {
  readonly kind: 'backup' | 'check'
  /** The store: `station.db`. */
  readonly file: string
}

export type StoreJobOutcome =
  | { readonly kind: 'done'; readonly backup: Backup | null }
  /** The store itself is damaged. */
  | { readonly kind: 'damaged'; readonly what: string }
  /** The job came to nothing; the store is as it was. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

const damageOf = (file: string): StoreJobOutcome | null => {
  const what = fullCheck(file)
  return what === null ? null : { kind: 'damaged', what }
}

/** A copy that does not come out well is the first sign of damage: then the store itself is looked at. */
const afterFailure = (file: string, error: unknown): StoreJobOutcome => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  const failed: StoreJobOutcome = { kind: 'failed', code, message }
  if (code === 'ENOSPC' || code.startsWith('SQLITE_FULL')) return failed
  try {
    return damageOf(file) ?? failed
  } catch {
    return failed
  }
}

export const runStoreJob = async ({ kind, file }: StoreJob): Promise<StoreJobOutcome> => {
  try {
    if (kind === 'check') return damageOf(file) ?? { kind: 'done', backup: null }
    return { kind: 'done', backup: await makeBackup(file) }
  } catch (error) {
    return afterFailure(file, error)
  }
}
