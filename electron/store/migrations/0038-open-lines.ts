import type { Migration } from './migration.ts'

/** What is packed stands in no index: it changes with every scan, and each page that a scan writes costs it time. */
export const openLines: Migration = {
  id: 38,
  slug: 'open-lines',
  up: `
    drop index order_lines_open;
    create index order_lines_open on order_lines (order_no) where ordered > granted;
  `,
}
