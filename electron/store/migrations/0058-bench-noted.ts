import type { Migration } from './migration.ts'

/** What photos are of: it outlives a restart like the rest of the bench. */
export const benchNoted: Migration = {
  id: 58,
  slug: 'bench-noted',
  up: `
    alter table bench add column noted text check (noted is null or json_valid(noted));
  `,
}
