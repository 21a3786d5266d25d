import type { Migration } from './migration.ts'

/** A store that came back from a backup records nothing until the server has given it a new epoch. */
export const restored: Migration = {
  id: 15,
  slug: 'restored',
  up: `
    alter table station add column restored integer not null default 0 check (restored in (0, 1));
  `,
}
