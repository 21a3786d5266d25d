import type { Migration } from './migration.ts'

/**
 * Shifts that were handed over, with what was in hand and whether it was accepted or missing; one at most runs. Sealed
 * cartons that nobody verified are found without reading all others.
 */
export const shiftHandovers: Migration = {
  id: 52,
  slug: 'shift-handovers',
  up: `
    create table shift_handovers (
      id integer primary key autoincrement,
      state text not null check (state in ('running', 'done', 'broken-off')),
      from_operator text,
      to_operator text,
      started_at text not null,
      ended_at text,
      items text not null,
      check ((state = 'running') = (ended_at is null))
    ) strict;
    create unique index shift_handovers_running on shift_handovers (state) where state = 'running';
    create index cartons_unverified on cartons (sealed_at) where state in ('sealed', 'marked');
  `,
}
