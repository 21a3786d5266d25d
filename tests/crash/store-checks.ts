import assert from 'node:assert/strict'
import { readStore } from '#tests/e2e/support/station-store.ts'

/** What must never be in a store, whenever the power went: each query finds nothing. */
const wrongs: Readonly<Record<string, string>> = {
  'more packed than ordered': 'SELECT * FROM order_lines WHERE packed > ordered',
  'packed units of a line differ from those in its cartons': `
    SELECT lines.order_no, lines.sku, lines.packed, coalesce(sum(contents.quantity), 0) AS inside
    FROM order_lines AS lines
    LEFT JOIN cartons ON cartons.order_no = lines.order_no AND cartons.state <> 'voided'
    LEFT JOIN carton_contents AS contents
      ON contents.code = cartons.code AND contents.sku = lines.sku
    GROUP BY lines.order_no, lines.sku HAVING lines.packed <> inside`,
  'contents of a carton differ from its accepted scans': `
    SELECT code, sku, sum(contents) AS contents, sum(scans) AS scans FROM (
      SELECT code, sku, quantity AS contents, 0 AS scans FROM carton_contents
      UNION ALL
      SELECT carton_code, sku, 0, units FROM scans WHERE outcome = 'accepted' AND undone = 0
    ) GROUP BY code, sku HAVING sum(contents) <> sum(scans)`,
  'a carton that is neither on the bench nor parked nor done': `
    SELECT code, state FROM cartons WHERE state IN ('open', 'sealed', 'marked')
      AND code NOT IN (SELECT carton_code FROM bench WHERE carton_code IS NOT NULL)
      AND code NOT IN (SELECT code FROM parked_cartons)`,
  'a parked carton that is on the bench, or not open': `
    SELECT parked_cartons.code, cartons.state FROM parked_cartons
    JOIN cartons ON cartons.code = parked_cartons.code
    WHERE cartons.state <> 'open'
      OR parked_cartons.code IN (SELECT carton_code FROM bench WHERE carton_code IS NOT NULL)`,
  'a sealed carton without labels or without its fact': `
    SELECT sealed.code, sealed.revision FROM carton_events AS sealed WHERE sealed.kind = 'sealed' AND (
      NOT EXISTS (SELECT 1 FROM print_jobs AS job
        WHERE job.carton_code = sealed.code AND job.revision = sealed.revision)
      OR (SELECT count(*) FROM outbox WHERE type = 'carton-sealed'
        AND json_extract(payload, '$.carton_code') = sealed.code
        AND json_extract(payload, '$.revision') = sealed.revision) <> 1)`,
  'a verified carton whose labels were not all scanned back': `
    SELECT job.carton_code, job.side, job.page FROM print_jobs AS job
    JOIN cartons ON cartons.code = job.carton_code AND cartons.revision = job.revision
    WHERE cartons.state = 'verified'
    GROUP BY job.carton_code, job.side, job.page HAVING max(job.state = 'confirmed') = 0`,
}

export const checkStore = (home: string): void => {
  readStore(home, (db) => {
    assert.equal(db.pragma('quick_check(1)', { simple: true }), 'ok')
    for (const [wrong, query] of Object.entries(wrongs)) {
      assert.deepEqual(db.prepare(query).all(), [], wrong)
    }
  })
}
