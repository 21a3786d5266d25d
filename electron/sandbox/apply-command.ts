import type { z } from 'zod'
import {
  type CommandType,
  factSchemas,
  isCommandType,
  parseWire,
  requestSchemas,
  type WireCommand,
  type WireIssue,
} from '#shared/contract/linkstar-api.ts'
import { bookAppointment, bookPickup } from './bookings.ts'
import {
  cartonRecounted,
  cartonReopened,
  cartonSealed,
  cartonVerified,
  cartonVoided,
  labelPrinted,
} from './carton-facts.ts'
import { declareOrder } from './declare-order.ts'
import { payFreight } from './freight.ts'
import { leaseCartonNumbers, leaseCodes } from './leases.ts'
import { orderChangeDeclined, orderClosed } from './order-life.ts'
import { type Applying, factOutcome, type Flag, type Outcome, refusal } from './outcome.ts'
import { grantRights, reportStationLost, returnRights } from './rights-requests.ts'
import { openTicket } from './tickets.ts'

type Apply = (by: Applying, payload: unknown) => Promise<Outcome>

const issuesText = (issues: readonly WireIssue[]): string =>
  issues.map(({ path, message }) => `${path} ${message}`.trim()).join('; ')

/** A fact that cannot be read is kept and flagged: it is never refused. */
const fact =
  <Schema extends z.ZodType>(
    schema: Schema,
    apply: (by: Applying, payload: z.output<Schema>) => Promise<readonly Flag[]>,
  ): Apply =>
  async (by, payload) => {
    const parsed = parseWire(schema, payload)
    return factOutcome(
      parsed.ok
        ? await apply(by, parsed.value)
        : [{ code: 'malformed', message: issuesText(parsed.error) }],
    )
  }

const request =
  <Schema extends z.ZodType>(
    schema: Schema,
    apply: (by: Applying, payload: z.output<Schema>) => Promise<Outcome>,
  ): Apply =>
  async (by, payload) => {
    const parsed = parseWire(schema, payload)
    return parsed.ok ? apply(by, parsed.value) : refusal('malformed', issuesText(parsed.error))
  }

const appliers: Readonly<Record<CommandType, Apply>> = {
  'carton-sealed': fact(factSchemas['carton-sealed'], cartonSealed),
  'carton-reopened': fact(factSchemas['carton-reopened'], cartonReopened),
  'carton-voided': fact(factSchemas['carton-voided'], cartonVoided),
  'carton-verified': fact(factSchemas['carton-verified'], cartonVerified),
  'label-printed': fact(factSchemas['label-printed'], labelPrinted),
  'carton-recounted': fact(factSchemas['carton-recounted'], cartonRecounted),
  'order-closed': fact(factSchemas['order-closed'], orderClosed),
  'order-change-declined': fact(factSchemas['order-change-declined'], orderChangeDeclined),
  'lease-codes': request(requestSchemas['lease-codes'], leaseCodes),
  'lease-carton-numbers': request(requestSchemas['lease-carton-numbers'], leaseCartonNumbers),
  'grant-rights': request(requestSchemas['grant-rights'], grantRights),
  'return-rights': request(requestSchemas['return-rights'], returnRights),
  'report-station-lost': request(requestSchemas['report-station-lost'], reportStationLost),
  'declare-order': request(requestSchemas['declare-order'], declareOrder),
  'book-pickup': request(requestSchemas['book-pickup'], bookPickup),
  'book-appointment': request(requestSchemas['book-appointment'], bookAppointment),
  'pay-freight': request(requestSchemas['pay-freight'], payFreight),
  'open-ticket': request(requestSchemas['open-ticket'], openTicket),
}

/** Whatever a command holds, it has an outcome: one bad command never stops those after it. */
export const applyCommand = async (by: Applying, command: WireCommand): Promise<Outcome> =>
  isCommandType(command.type)
    ? appliers[command.type](by, command.payload)
    : refusal('type-unknown', `this server knows no command ${command.type}`)
