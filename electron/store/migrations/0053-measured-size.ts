import type { Migration } from './migration.ts'

/** The outside of a carton that is not as its box type says, measured by the packer. */
export const measuredSize: Migration = {
  id: 53,
  slug: 'measured-size',
  up: `
    alter table cartons add column measured text check (measured is null or json_valid(measured));
  `,
}
