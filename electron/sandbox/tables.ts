import type { Generated } from 'kysely'
import type { OrderStatus } from '#shared/domain/order.ts'
import type { WorldTables } from './world-tables.ts'

// Row types of the newest schema; JSON columns are text. Rows never leave a query module.

interface ServerTable {
  only: number
  /** Names this database in cursors, so that a cursor of another one is recognised. */
  feed_id: string
  pairing_code: string
  next_serial: number
  next_position: number
  /** How far the simulated world is ahead of the clock. */
  world_offset_s: Generated<number>
}

interface StationsTable {
  station_id: string
  name: string
  epoch: number
  token_hash: string
  last_seq: number
  enrolled_at: string
  /** Since when this epoch is fenced because the station was declared lost. */
  fenced_at: string | null
}

interface CommandsTable {
  station_id: string
  epoch: number
  seq: number
  type: string
  /** JSON, as it came. */
  payload: string
  hash: string
  /** JSON: the recorded answer. */
  result: string
  received_at: string
}

interface OrdersTable {
  reference_no: string
  revision: number
  status: OrderStatus
  position: number
  /** Of the order as the seed file tells it. */
  source_hash: string
  /** JSON: the order as it is served. */
  body: string
  /** JSON: what it asks of its cartons; null where it asks for nothing. */
  carton_rules: string | null
}

interface OrderLinesTable {
  reference_no: string
  sku: string
  plan_qty: number
}

interface SkusTable {
  sku: string
  position: number
  /** JSON */
  body: string
}

interface CodeLeasesTable {
  first: number
  last: number
  station_id: string
  epoch: number
  at: string
}

interface NumberLeasesTable extends CodeLeasesTable {
  reference_no: string
}

interface CartonsTable {
  carton_code: string
  reference_no: string
  box_no: number
  revision: number
  status: 'sealed' | 'reopened' | 'verified' | 'voided'
  station_id: string
  /** How many times a station told that it was sealed: once for each revision. */
  sealed_facts: number
  /** JSON: the carton as it was last sealed. */
  body: string
}

interface CartonContentsTable {
  carton_code: string
  sku: string
  quantity: number
}

interface LabelsTable {
  carton_code: string
  revision: number
  side: number
  page: number
  copy: number
  sha256: string
  at: string
}

interface FlagsTable {
  station_id: string
  epoch: number
  seq: number
  position: number
  carton_code: string | null
  code: string
  message: string
}

export interface SandboxTables extends WorldTables {
  server: ServerTable
  stations: StationsTable
  commands: CommandsTable
  orders: OrdersTable
  order_lines: OrderLinesTable
  skus: SkusTable
  code_leases: CodeLeasesTable
  number_leases: NumberLeasesTable
  cartons: CartonsTable
  carton_contents: CartonContentsTable
  labels: LabelsTable
  flags: FlagsTable
}
