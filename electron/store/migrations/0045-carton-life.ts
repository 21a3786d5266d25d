import type { Migration } from './migration.ts'

/**
 * What happened to a carton is told in its order without any clock: its events say behind which scan they came, labels
 * behind which event and scan, recounts behind which event, and who was signed in. Null where it happened before this was written down.
 * The facts about a carton are found by its code.
 */
export const cartonLife: Migration = {
  id: 45,
  slug: 'carton-life',
  up: `
    alter table carton_events add column after_scan integer;
    alter table carton_events add column operator_id text;
    alter table print_jobs add column after_event integer;
    alter table print_jobs add column after_scan integer;
    alter table print_jobs add column operator_id text;
    alter table recounts add column after_event integer;
    alter table recounts add column operator_id text;
    create index recounts_code on recounts (code);
    create index outbox_carton on outbox (json_extract(payload, '$.carton_code'))
      where json_extract(payload, '$.carton_code') is not null;
  `,
}
