import type { Migration } from './migration.ts'

/** A carton's scans are found from its first one on: an index of them cost each scan a page more. */
export const firstScan: Migration = {
  id: 41,
  slug: 'first-scan',
  up: `
    alter table cartons add column first_scan integer not null default 0;
    update cartons set first_scan = coalesce(
      (select min(id) from scans where scans.carton_code = cartons.code and outcome = 'accepted' and undone = 0), 0);
    drop index scans_accepted;
  `,
}
