// Row types of what happens around the cartons: rights, feeds, documents, the simulated world.

interface RightsTable {
  reference_no: string
  sku: string
  station_id: string
  /** Granted and not spent yet. */
  unspent: number
  /** The part of it that was granted in an earlier epoch, which the station may have forgotten. */
  carried: number
}

interface QuarantineTable {
  station_id: string
  epoch: number
  seq: number
  type: string
  /** JSON, as it came. */
  payload: string
  at: string
}

interface RecountsTable {
  carton_code: string
  station_id: string
  epoch: number
  seq: number
  /** JSON: the fact. */
  body: string
}

interface ChangesTable {
  kind: string
  /** What the change is about, e.g. an appointment: it stands on the feed once, as it is now. */
  key: string
  position: number
  /** JSON: the change of the contract. */
  body: string
}

interface DocumentsTable {
  /** SHA-256 of the content. */
  hash: string
  content_type: string
  content: Uint8Array
  station_id: string
  at: string
}

interface WorldEventsTable {
  event_id: string
  /** Milliseconds of the world's clock since 1970. */
  due_at: number
  /** JSON */
  body: string
}

interface WorldPlansTable {
  reference_no: string
  /** JSON */
  body: string
}

export interface WorldTables {
  rights: RightsTable
  quarantine: QuarantineTable
  recounts: RecountsTable
  changes: ChangesTable
  documents: DocumentsTable
  world_events: WorldEventsTable
  world_plans: WorldPlansTable
}
