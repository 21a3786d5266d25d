import type { z } from 'zod'
import {
  type CommandType,
  factSchemas,
  parseWire,
  requestSchemas,
  type WireCommand,
} from '#shared/contract/linkstar-api.ts'
import { bookAppointment, bookPickup } from './bookings.ts'
import { type CartonFactCommand, type CartonFactType, isCartonFact } from './carton-fact.ts'
import { tellCartonFacts } from './carton-facts.ts'
import { declareOrder } from './declare-order.ts'
import { payFreight } from './freight.ts'
import { importOrder, planBoxes } from './seller-orders.ts'
import { leaseCartonNumbers, leaseCodes } from './leases.ts'
import { orderChangeDeclined, orderClosed } from './order-life.ts'
import {
  type Applying,
  factOutcome,
  type Flag,
  malformed,
  type Outcome,
  refusal,
} from './outcome.ts'
import { exceptionPhoto, goodsException } from './goods-exception.ts'
import { grantRights, reportStationLost, returnRights } from './rights-requests.ts'
import { openTicket } from './tickets.ts'

type Apply = (by: Applying, payload: unknown) => Promise<Outcome>

/** A fact that cannot be read is kept and flagged: it is never refused. */
const fact =
  <Schema extends z.ZodType>(
    schema: Schema,
    apply: (by: Applying, payload: z.output<Schema>) => Promise<readonly Flag[]>,
  ): Apply =>
  async (by, payload) => {
    const parsed = parseWire(schema, payload)
    return factOutcome(parsed.ok ? await apply(by, parsed.value) : [malformed(parsed.error)])
  }

const request =
  <Schema extends z.ZodType>(
    schema: Schema,
    apply: (by: Applying, payload: z.output<Schema>) => Promise<Outcome>,
  ): Apply =>
  async (by, payload) => {
    const parsed = parseWire(schema, payload)
    if (parsed.ok) return apply(by, parsed.value)
    const { code, message } = malformed(parsed.error)
    return refusal(code, message)
  }

type OtherType = Exclude<CommandType, CartonFactType>
const appliers: Readonly<Record<OtherType, Apply>> = {
  'order-closed': fact(factSchemas['order-closed'], orderClosed),
  'goods-exception': fact(factSchemas['goods-exception'], goodsException),
  'exception-photo': fact(factSchemas['exception-photo'], exceptionPhoto),
  'order-change-declined': fact(factSchemas['order-change-declined'], orderChangeDeclined),
  'lease-codes': request(requestSchemas['lease-codes'], leaseCodes),
  'lease-carton-numbers': request(requestSchemas['lease-carton-numbers'], leaseCartonNumbers),
  'grant-rights': request(requestSchemas['grant-rights'], grantRights),
  'return-rights': request(requestSchemas['return-rights'], returnRights),
  'report-station-lost': request(requestSchemas['report-station-lost'], reportStationLost),
  'import-order': request(requestSchemas['import-order'], importOrder),
  'plan-boxes': request(requestSchemas['plan-boxes'], planBoxes),
  'declare-order': request(requestSchemas['declare-order'], declareOrder),
  'book-pickup': request(requestSchemas['book-pickup'], bookPickup),
  'book-appointment': request(requestSchemas['book-appointment'], bookAppointment),
  'pay-freight': request(requestSchemas['pay-freight'], payFreight),
  'open-ticket': request(requestSchemas['open-ticket'], openTicket),
}

const isOther = (type: string): type is OtherType => Object.hasOwn(appliers, type)

const applyOne = async (by: Applying, { type, payload }: WireCommand): Promise<Outcome> =>
  isOther(type)
    ? appliers[type](by, payload)
    : refusal('type-unknown', `this server knows no command ${type}`)

type Run = { readonly facts: CartonFactCommand[] } | { readonly command: WireCommand }

/** Neighbouring facts about cartons, which are taken together; every other command stands alone. */
const runsOf = (commands: readonly WireCommand[]): readonly Run[] => {
  const runs: Run[] = []
  for (const command of commands) {
    const last = runs.at(-1)
    if (!isCartonFact(command)) runs.push({ command })
    else if (last !== undefined && 'facts' in last) last.facts.push(command)
    else runs.push({ facts: [command] })
  }
  return runs
}

/** In their order. Whatever a command holds, it has an outcome: one bad command never stops those after it. */
export const applyCommands = async (
  by: Applying,
  commands: readonly WireCommand[],
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  for (const run of runsOf(commands)) {
    if ('facts' in run) outcomes.push(...(await tellCartonFacts(by, run.facts)))
    else outcomes.push(await applyOne(by, run.command))
  }
  return outcomes
}
