import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { cartonCode } from '#shared/domain/carton-code.ts'
import { benchOrderNo } from './goods.ts'

const scansACarton = 20
const at = '2026-11-01T09:30:00+08:00'
const oldOrder = 'OLD-1'
/** Above whatever a run leases. */
const firstSerial = 50_000_000
const box = JSON.stringify({ id: 'M', tare: 600 })

/** Puts what a station has stored after so many scans into a store that nobody has open: cartons, scans, events, labels, answered facts. */
export const storeOldWork = (home: string, scans: number): void => {
  const database = new Database(join(home, 'station.db'), { fileMustExist: true })
  try {
    database.pragma('foreign_keys = on')
    const order = database.prepare(
      `INSERT INTO orders SELECT ?, revision, 'declared', header, due_at, pulled_at FROM orders WHERE order_no = ?`,
    )
    const carton = database.prepare(
      `INSERT INTO cartons (code, order_no, carton_no, revision, state, box_type, gross_g, weight_source, opened_at, sealed_at)
       VALUES (?, ?, ?, 1, 'verified', ?, 9000, 'scale', ?, ?)`,
    )
    const content = database.prepare(`INSERT INTO carton_contents VALUES (?, ?, ?, 0)`)
    const event = database.prepare(
      `INSERT INTO carton_events (code, revision, kind, detail, at) VALUES (?, 1, ?, '{}', ?)`,
    )
    const scan = database.prepare(
      `INSERT INTO scans (order_no, carton_code, source, text, outcome, sku, units, at)
       VALUES (?, ?, 'wedge', '6925000000001', 'accepted', 'OLD', 1, ?)`,
    )
    const label = database.prepare(
      `INSERT INTO print_jobs (carton_code, revision, side, page, printer_id, state, mark, sha256, created_at, changed_at)
       VALUES (?, 1, ?, 1, 'p1', 'sent', '{}', ?, ?, ?)`,
    )
    const labelBytes = database.prepare(`INSERT INTO label_bytes VALUES (?, ?)`)
    const fact = database.prepare(
      `INSERT INTO outbox (epoch, seq, type, payload, hash, created_at, result)
       SELECT epoch, last_seq + 1, ?, ?, ?, ?, '{"status":"applied"}' FROM station`,
    )
    const nextSeq = database.prepare('UPDATE station SET last_seq = last_seq + 1')
    const bytes = Buffer.alloc(2_000, 0x20)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    database.transaction(() => {
      order.run(oldOrder, benchOrderNo)
      for (let index = 0; index < scans / scansACarton; index += 1) {
        const code = cartonCode(firstSerial + index)
        carton.run(code, oldOrder, index + 1, box, at, at)
        content.run(code, 'OLD', scansACarton)
        for (const kind of ['opened', 'sealed', 'verified']) event.run(code, kind, at)
        for (let unit = 0; unit < scansACarton; unit += 1) scan.run(oldOrder, code, at)
        for (const side of [1, 2]) {
          const { lastInsertRowid } = label.run(code, side, sha256, at, at)
          labelBytes.run(lastInsertRowid, bytes)
        }
        for (const type of ['carton-sealed', 'carton-verified']) {
          fact.run(type, JSON.stringify({ carton_code: code, box_no: index + 1 }), sha256, at)
          nextSeq.run()
        }
      }
    })()
  } finally {
    database.close()
  }
}
