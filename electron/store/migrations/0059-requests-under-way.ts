import type { Migration } from './migration.ts'

/** Nobody looks for a waiting fact by its order, and a shift makes thousands: only requests are looked up. */
export const requestsUnderWay: Migration = {
  id: 59,
  slug: 'requests-under-way',
  up: `
    drop index outbox_under_way;
    create index outbox_under_way on outbox (type, json_extract(payload, '$.reference_no'))
      where result is null and type not in ('carton-sealed', 'carton-verified', 'label-printed');
  `,
}
