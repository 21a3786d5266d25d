import type { Migration } from './migration.ts'

/** What somebody answers for, in the order it was written: plain text in every column, so that a chain of hashes can take it over. */
export const audit: Migration = {
  id: 30,
  slug: 'audit',
  up: `
    create table audit (
      seq integer primary key autoincrement,
      kind text not null check (kind <> ''),
      who text not null check (who <> ''),
      why text not null check (why <> ''),
      at text not null
    ) strict;
    create trigger audit_never_changes before update on audit
      begin select raise(abort, 'the audit log is only added to'); end;
    create trigger audit_never_shrinks before delete on audit
      begin select raise(abort, 'the audit log is only added to'); end;
  `,
}
