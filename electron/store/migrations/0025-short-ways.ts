import type { Migration } from './migration.ts'

/** What is looked up again and again stays quick however much is stored. */
export const shortWays: Migration = {
  id: 25,
  slug: 'short-ways',
  up: `
    create index outbox_under_way on outbox (type, json_extract(payload, '$.reference_no'))
      where result is null;
    create index order_lines_open on order_lines (order_no, granted - packed)
      where ordered > granted;
  `,
}
