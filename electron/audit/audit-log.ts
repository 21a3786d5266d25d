import type { Store } from '#electron/store/index.ts'

/** What somebody answers for. */
export type AuditEntry = {
  readonly kind:
    | 'unprotected-token-accepted'
    | 'unprotected-token-configured'
    | 'weight-approved'
    | 'void-approved'
    | 'shift-handed-over'
  /** A person's name, or the file that speaks for one. */
  readonly who: string
  readonly why: string
}

/** What was decided at this station, by whom and why. Entries are only ever added; the schema refuses all else. */
export interface AuditLog {
  add(entry: AuditEntry): void
  holds(kind: AuditEntry['kind']): boolean
}

export const createAuditLog = (store: Store, clock: () => Date): AuditLog => {
  const add = store.prepare<AuditEntry & { at: string }>()((db, param) =>
    db
      .insertInto('audit')
      .values({ kind: param('kind'), who: param('who'), why: param('why'), at: param('at') }),
  )
  const find = store.prepare<{ kind: string }>()((db, param) =>
    db.selectFrom('audit').where('kind', '=', param('kind')).select('seq').limit(1),
  )
  return {
    add: (entry) => void add.run({ ...entry, at: clock().toISOString() }),
    holds: (kind) => find.get({ kind }) !== undefined,
  }
}
