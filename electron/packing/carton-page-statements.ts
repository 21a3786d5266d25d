import { sql } from 'kysely'
import type { Store } from '#electron/store/index.ts'

// Word for word as the index has it.
const aboutCarton = sql<string>`json_extract(payload, '$.carton_code')`
const isAboutCarton = sql<boolean>`json_extract(payload, '$.carton_code') is not null`

/** Everything the store holds about one carton. */
export const preparePageStatements = (store: Store) => ({
  steps: store.prepare<{ code: string }>()((db, param) =>
    db.selectFrom('carton_events').selectAll().where('code', '=', param('code')).orderBy('id'),
  ),
  firstScan: store.prepare<{ code: string }>()((db, param) =>
    db.selectFrom('cartons').select('first_scan').where('code', '=', param('code')),
  ),
  /** Newest first. */
  scans: store.prepare<{ code: string; from: number; to: number; limit: number }>()((db, param) =>
    db
      .selectFrom('scans')
      .select(['id', 'source', 'text', 'outcome', 'sku', 'units', 'undone', 'at'])
      .where('id', '>=', param('from'))
      .where('id', '<=', param('to'))
      .where('carton_code', '=', param('code'))
      .orderBy('id', 'desc')
      .limit(param('limit')),
  ),
  countScans: store.prepare<{ code: string; from: number; to: number }>()((db, param) =>
    db
      .selectFrom('scans')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('id', '>=', param('from'))
      .where('id', '<=', param('to'))
      .where('carton_code', '=', param('code')),
  ),
  labels: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('print_jobs')
      .select([
        'id',
        'revision',
        'side',
        'page',
        'copy',
        'printer_id',
        'state',
        'problem',
        'reason',
        'withdrawn_reason',
        'created_at',
        'changed_at',
        'after_event',
        'after_scan',
        'operator_id',
      ])
      .where('carton_code', '=', param('code'))
      .orderBy('id'),
  ),
  recounts: store.prepare<{ code: string }>()((db, param) =>
    db.selectFrom('recounts').selectAll().where('code', '=', param('code')).orderBy('id'),
  ),
  commands: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('outbox')
      .select(['epoch', 'seq', 'type', 'payload', 'created_at', 'result'])
      .where(aboutCarton, '=', param('code'))
      .where(isAboutCarton)
      .orderBy('epoch')
      .orderBy('seq'),
  ),
  lineInfo: store.prepare<{ orderNo: string; sku: string }>()((db, param) =>
    db
      .selectFrom('order_lines')
      .select('info')
      .where('order_no', '=', param('orderNo'))
      .where('sku', '=', param('sku')),
  ),
  planned: store.prepare<{ code: string }>()((db, param) =>
    db
      .selectFrom('planned_marks')
      .leftJoin('planned_cartons', (join) =>
        join
          .onRef('planned_cartons.order_no', '=', 'planned_marks.order_no')
          .onRef('planned_cartons.carton_no', '=', 'planned_marks.carton_no'),
      )
      .select(['planned_marks.order_no', 'planned_marks.carton_no', 'planned_cartons.contents'])
      .where('planned_marks.code', '=', param('code')),
  ),
})

export type PageStatements = ReturnType<typeof preparePageStatements>
export type StepRow = ReturnType<PageStatements['steps']['all']>[number]
export type ScanRow = ReturnType<PageStatements['scans']['all']>[number]
export type LabelRow = ReturnType<PageStatements['labels']['all']>[number]
export type RecountRow = ReturnType<PageStatements['recounts']['all']>[number]
export type CommandRow = ReturnType<PageStatements['commands']['all']>[number]
