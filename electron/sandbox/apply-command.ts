import type { z } from 'zod'
import {
  type CommandPayload,
  type CommandType,
  commandSchemas,
  factSchemas,
  isCommandType,
  parseWire,
  type WireCommand,
} from '#shared/contract/linkstar-api.ts'
import {
  cartonReopened,
  cartonSealed,
  cartonVerified,
  cartonVoided,
  labelPrinted,
} from './carton-facts.ts'
import { leaseCartonNumbers, leaseCodes } from './leases.ts'
import { type Applying, factOutcome, type Flag, type Outcome, refusal } from './outcome.ts'

type Applier<Payload> = (by: Applying, payload: Payload) => Promise<Outcome>

const fact =
  <Payload>(apply: (by: Applying, payload: Payload) => Promise<readonly Flag[]>): Applier<Payload> =>
  async (by, payload) =>
    factOutcome(await apply(by, payload))

const appliers: { readonly [Type in CommandType]: Applier<CommandPayload<Type>> } = {
  'carton-sealed': fact(cartonSealed),
  'carton-reopened': fact(cartonReopened),
  'carton-voided': fact(cartonVoided),
  'carton-verified': fact(cartonVerified),
  'label-printed': fact(labelPrinted),
  'lease-codes': leaseCodes,
  'lease-carton-numbers': leaseCartonNumbers,
}

const applyTyped = async <Type extends CommandType>(
  by: Applying,
  type: Type,
  payload: unknown,
): Promise<Outcome> => {
  const schema: z.ZodType = commandSchemas[type]
  const parsed = parseWire(schema, payload)
  if (parsed.ok) return appliers[type](by, parsed.value as CommandPayload<Type>)
  const message = parsed.error.map((issue) => `${issue.path} ${issue.message}`.trim()).join('; ')
  return Object.hasOwn(factSchemas, type)
    ? factOutcome([{ code: 'malformed', message }])
    : refusal('malformed', message)
}

/** Whatever a command holds, it has an outcome: one bad command never stops those after it. */
export const applyCommand = (by: Applying, command: WireCommand): Promise<Outcome> =>
  isCommandType(command.type)
    ? applyTyped(by, command.type, command.payload)
    : Promise.resolve(refusal('type-unknown', `this server knows no command ${command.type}`))
