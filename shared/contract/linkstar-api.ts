// The contract of the Linkstar API. Names are the wire's; the adapter in electron/sync maps them to the domain's.
export { flagCodes, refusalCodes } from './linkstar/answer-codes.ts'
export type { FlagCode, RefusalCode } from './linkstar/answer-codes.ts'
export { apiErrorSchema, apiErrorStatus } from './linkstar/api-error.ts'
export type { ApiError, ApiErrorCode } from './linkstar/api-error.ts'
export { boxBreach, breachText, cartonRulesSchema, toCartonRules } from './linkstar/carton-rules.ts'
export type { WireCartonRules } from './linkstar/carton-rules.ts'
export { cartonSchema } from './linkstar/carton.ts'
export type { WireCarton } from './linkstar/carton.ts'
export { changeSchema } from './linkstar/changes.ts'
export type { Change } from './linkstar/changes.ts'
export {
  commandBatchSchema,
  commandResultSchema,
  commandResultsSchema,
  commandSchemas,
  isCommandType,
  maxCommandsPerBatch,
} from './linkstar/commands.ts'
export type {
  CommandBatch,
  CommandPayload,
  CommandResult,
  CommandResults,
  CommandType,
  WireCommand,
} from './linkstar/commands.ts'
export type { DeclarationDifference, DeclaredCarton } from './linkstar/declaration.ts'
export {
  documentKeptSchema,
  documentType,
  documentTypes,
  largestDocument,
} from './linkstar/documents.ts'
export type { DocumentKept, DocumentType } from './linkstar/documents.ts'
export { factSchemas } from './linkstar/facts.ts'
export type { FactPayload, FactType } from './linkstar/facts.ts'
export { changesEnvelopeSchema, feedQuerySchema, skusEnvelopeSchema } from './linkstar/feeds.ts'
export type { ChangesPage, SkusPage } from './linkstar/feeds.ts'
export { openApiDocument } from './linkstar/open-api.ts'
export type { OrderStatusNews } from './linkstar/order-life.ts'
export { parseWire, wireFaults } from './linkstar/parse-wire.ts'
export type { WireIssue, WireParsed } from './linkstar/parse-wire.ts'
export type { Receipt, ReceiptLine } from './linkstar/receipt.ts'
export { requestSchemas } from './linkstar/requests.ts'
export type { RequestPayload, RequestType } from './linkstar/requests.ts'
export { skuSchema } from './linkstar/sku.ts'
export type { WireSku } from './linkstar/sku.ts'
export { enrolledSchema, enrolmentSchema } from './linkstar/stations.ts'
export type { Enrolled, Enrolment } from './linkstar/stations.ts'
export { stockingOrderSchema } from './linkstar/stocking-order.ts'
export type { WireOrder } from './linkstar/stocking-order.ts'
export type { Ticket } from './linkstar/ticket.ts'
export { milestoneCodes } from './linkstar/transport.ts'
export type { Appointment, Freight, Milestone, Pickup } from './linkstar/transport.ts'
