import type { Migration } from './migration.ts'

/** Whether each scan packs a unit or a whole factory carton: it outlives a restart like the rest of the bench. */
export const packMode: Migration = {
  id: 44,
  slug: 'pack-mode',
  up: `
    alter table bench add column mode text not null default 'scan' check (mode in ('scan', 'whole-case'));
  `,
}
