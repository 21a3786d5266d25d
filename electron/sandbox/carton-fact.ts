import {
  type FactPayload,
  factSchemas,
  parseWire,
  type WireCommand,
  type WireIssue,
} from '#shared/contract/linkstar-api.ts'

const cartonFactTypes = [
  'carton-sealed',
  'carton-reopened',
  'carton-voided',
  'carton-verified',
  'label-printed',
  'carton-recounted',
] as const
export type CartonFactType = (typeof cartonFactTypes)[number]

/** A fact about one carton, as it was read. */
export type CartonFact = {
  readonly [Type in CartonFactType]: { readonly type: Type; readonly payload: FactPayload<Type> }
}[CartonFactType]

export interface CartonFactCommand extends WireCommand {
  readonly type: CartonFactType
}

export const isCartonFact = (command: WireCommand): command is CartonFactCommand =>
  cartonFactTypes.some((type) => type === command.type)

type Read =
  | { readonly fact: CartonFact; readonly issues?: undefined }
  | { readonly fact?: undefined; readonly issues: readonly WireIssue[] }

/** The fact, or what is wrong with it. */
export const readCartonFact = ({ type, payload }: CartonFactCommand): Read => {
  const parsed = parseWire(factSchemas[type], payload)
  // The schema is that of the type.
  return parsed.ok
    ? { fact: { type, payload: parsed.value } as CartonFact }
    : { issues: parsed.error }
}
