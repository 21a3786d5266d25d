import type { Migration } from './migration.ts'

/** Who is at the bench: it outlives a restart, for the packer does not go home when the program stops. */
export const signedIn: Migration = {
  id: 40,
  slug: 'signed-in',
  up: `
    create table signed_in (
      only integer primary key check (only = 1),
      operator_id text not null check (operator_id <> ''),
      since text not null
    ) strict;
  `,
}
