import type { Generated } from 'kysely'

// Row types of the newest schema; JSON columns are text. Rows never leave a query module.

interface GoodsExceptionsTable {
  id: Generated<number>
  order_no: string
  kind: string
  sku: string | null
  text: string
  units: number
  operator: string | null
  at: string
}

interface ExceptionPhotosTable {
  id: Generated<number>
  exception_id: number
  sha256: string
  bytes: number
  operator: string | null
  taken_at: string
  uploaded_at: string | null
  /** JSON: why the server will never take it. */
  refusal: string | null
}

interface SkuPhotosTable {
  id: Generated<number>
  url_hash: string
  sha256: string | null
  type: string | null
  problem: string | null
  tried_at: string
}

interface RelabellingsTable {
  id: Generated<number>
  order_no: string
  sku: string
  code: string
  labels: number
  operator: string | null
  at: string
}

interface ParkedCartonsTable {
  id: Generated<number>
  code: string
  purpose: string
  operator: string | null
  parked_at: string
  label: string
}

interface PalletsTable {
  id: Generated<number>
  order_no: string
  pallet_no: number
  /** SSCC, 18 digits. */
  label: string | null
  /** 1: it came after the pallet was begun or taken. */
  label_came_last: Generated<number>
  /** The order's highest is current. */
  turn: number
  /** Id of the newest scan when it was taken or labelled last. */
  after_scan: number
  operator: string | null
  begun_at: string
}

interface PalletCartonsTable {
  id: Generated<number>
  code: string
  /** Id of the pallet. */
  pallet: number
  put_at: string
}

interface StationTable {
  only: number
  station_id: string
  epoch: number
  last_seq: Generated<number>
  /** 1: it came back from a backup and needs a new epoch before it records anything. */
  restored: Generated<number>
}

interface OrdersTable {
  order_no: string
  revision: number
  status: string
  /** JSON: StockingOrder without lines and skus. */
  header: string
  due_at: string | null
  pulled_at: string
}

interface OrderRefusalsTable {
  reference_no: string
  /** JSON: ErrorShape */
  problem: string
  at: string
}

interface OrderLinesTable {
  order_no: string
  line_no: number
  sku: string
  ordered: number
  /** Units that stay packed beyond what the server orders now, until they are taken out. */
  surplus: Generated<number>
  packed: Generated<number>
  /** Units that this station alone may pack: what is packed counts against it. */
  granted: Generated<number>
  /** Units that nobody finds here. */
  short: Generated<number>
  /** JSON: SkuInfo as this order describes it */
  info: string
}

interface SkusTable {
  sku: string
  /** JSON: SkuInfo */
  body: string
}

interface SkuBarcodesTable {
  value: string
  sku: string
  kind: string
  units: number
}

interface CodeBlocksTable {
  first: number
  last: number
  next: number
}

interface NumberRunsTable extends CodeBlocksTable {
  order_no: string
}

interface CartonsTable {
  code: string
  order_no: string
  carton_no: number
  revision: Generated<number>
  state: string
  /** JSON: BoxType */
  box_type: string
  gross_g: number | null
  weight_source: string | null
  weight_reason: string | null
  opened_at: string
  sealed_at: string | null
  /** Id of the scan that opened it; 0 where that is not known. */
  first_scan: Generated<number>
  /** JSON: Size; null where the box type's counts. */
  measured: string | null
  /** JSON: CartonContent[] */
  plan: string | null
  /** That its current marks bear. */
  mark_revision: Generated<number>
}

interface CartonContentsTable {
  code: string
  sku: string
  quantity: number
  position: number
}

interface CartonEventsTable {
  id: Generated<number>
  code: string
  revision: number
  kind: string
  /** JSON */
  detail: string
  at: string
  /** Id of the newest scan when it happened. */
  after_scan: number | null
  /** Who was signed in. */
  operator_id: string | null
}

interface ScansTable {
  id: Generated<number>
  order_no: string | null
  carton_code: string | null
  source: string
  text: string
  outcome: string
  sku: string | null
  units: Generated<number>
  undone: Generated<number>
  at: string
}

interface BenchTable {
  only: number
  order_no: string | null
  carton_code: string | null
  step: string
  times: Generated<number>
  next_box_type: string
  /** JSON: the answer that locked scanning */
  lock: string | null
  last_verified: string | null
  last_sealed_g: number | null
  mode: Generated<string>
  /** JSON: the exception that was noted last since the order was opened */
  noted: string | null
}

interface PrintJobsTable {
  id: Generated<number>
  carton_code: string
  revision: number
  side: number
  page: number
  copy: Generated<number>
  printer_id: string
  state: string
  /** JSON: BoxMarkInput */
  mark: string
  sha256: string | null
  /** JSON: ErrorShape */
  problem: string | null
  reason: string | null
  withdrawn_reason: Generated<string | null>
  created_at: string
  changed_at: string
  /** Ids of the newest carton event and scan when it was made. */
  after_event: number | null
  after_scan: number | null
  /** Who was signed in when it was made. */
  operator_id: string | null
}

/** What a printer gets, or got, of a job. */
interface LabelBytesTable {
  job_id: number
  bytes: Uint8Array
}

interface PrinterHoldsTable {
  printer_id: string
  /** Sends in a row that went wrong. */
  troubles: Generated<number>
  /** null: it is not held */
  cause: string | null
  /** Why the packer held it. */
  reason: string | null
  /** JSON: ErrorShape of the trouble that held it */
  problem: string | null
  since: string | null
}

interface PlannedCartonsTable {
  order_no: string
  carton_no: number
  /** JSON: CartonContent[] */
  contents: string
}

interface PlannedMarksTable {
  code: string
  order_no: string
  carton_no: number
  created_at: string
}

/** In which verified cartons a seller's SKU was, counted from 1. */
interface SkuCartonsTable {
  seller: string
  sku: string
  nth: number
  code: string
}

interface OutboxTable {
  epoch: number
  seq: number
  type: string
  payload: string
  hash: string
  created_at: string
  /** JSON: the server's recorded result; null while unsent or unanswered. */
  result: string | null
}

interface SyncCursorsTable {
  feed: string
  cursor: string
  at: string
}

interface OrderClosingsTable {
  order_no: string
  /** JSON: why lines are short, by SKU */
  short: string
  closed_at: string
  declared_at: string | null
  /** JSON: code and message of the refused declaration */
  refused: string | null
  accepted_at: string | null
}

interface DecisionsTable {
  id: Generated<number>
  order_no: string
  kind: string
  /** The server's. */
  revision: number
  /** JSON: StockingOrder as the server tells it */
  theirs: string
  at: string
  choice: string | null
  decided_at: string | null
}

interface RecountsTable {
  id: Generated<number>
  code: string
  revision: number
  state: string
  /** JSON: counted scans, last one last */
  scans: string
  /** JSON: the carton's contents when the count was finished */
  expected: string | null
  started_at: string
  finished_at: string | null
  /** Id of the newest carton event when it was begun. */
  after_event: number | null
  /** Who was signed in when it was begun. */
  operator_id: string | null
}

interface AuditTable {
  seq: Generated<number>
  kind: string
  who: string
  why: string
  at: string
}

interface SignedInTable {
  only: number
  operator_id: string
  since: string
}

interface ShiftHandoversTable {
  id: Generated<number>
  state: string
  from_operator: string | null
  to_operator: string | null
  started_at: string
  ended_at: string | null
  /** JSON: HandoverItem[] */
  items: string
}

export interface StationTables {
  station: StationTable
  orders: OrdersTable
  order_refusals: OrderRefusalsTable
  order_lines: OrderLinesTable
  skus: SkusTable
  sku_barcodes: SkuBarcodesTable
  code_blocks: CodeBlocksTable
  number_runs: NumberRunsTable
  cartons: CartonsTable
  carton_contents: CartonContentsTable
  carton_events: CartonEventsTable
  scans: ScansTable
  bench: BenchTable
  print_jobs: PrintJobsTable
  label_bytes: LabelBytesTable
  printer_holds: PrinterHoldsTable
  planned_cartons: PlannedCartonsTable
  planned_marks: PlannedMarksTable
  sku_cartons: SkuCartonsTable
  outbox: OutboxTable
  sync_cursors: SyncCursorsTable
  order_closings: OrderClosingsTable
  decisions: DecisionsTable
  recounts: RecountsTable
  audit: AuditTable
  signed_in: SignedInTable
  parked_cartons: ParkedCartonsTable
  relabellings: RelabellingsTable
  sku_photos: SkuPhotosTable
  goods_exceptions: GoodsExceptionsTable
  exception_photos: ExceptionPhotosTable
  shift_handovers: ShiftHandoversTable
  pallets: PalletsTable
  pallet_cartons: PalletCartonsTable
}
