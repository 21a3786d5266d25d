import fc from 'fast-check'
import { type ExceptionKind, exceptionKinds } from '#shared/domain/goods-exception.ts'
import { parkPurposes, type ParkPurpose } from '#shared/domain/carton.ts'

/** What becomes of a request on its way. */
export const fates = [
  'deliver',
  'lose-request',
  'lose-response',
  'duplicate',
  'late',
  'too-many',
  'broken',
  'away',
  'portal',
] as const
export type Fate = (typeof fates)[number]

export const paperFates = ['sent', 'nothing-left', 'uncertain', 'hang'] as const
export type PaperFate = (typeof paperFates)[number]

export const goodsKinds = [
  'mug',
  'cup',
  'pen',
  'mug-case',
  'cup-case',
  'bare-tag',
  'tag',
  'stranger',
] as const
export type GoodsKind = (typeof goodsKinds)[number]

const acts = [
  'undo',
  'cases',
  'units',
  'same-again',
  'pallet',
  'plan',
  'label',
  'measure',
  'agree',
  'acknowledge',
  'done',
  'leave',
  'reprint',
  'backup',
  'restore',
  'crash',
  'fence',
  'revoke',
  'enrol',
  'pull',
  'resend',
] as const
type Act = (typeof acts)[number]

/** One step of a history. `at` chooses a station, `pick` one of what there is, both by remainder. */
export type Step =
  /** What a packer would do next. */
  | { readonly kind: 'next'; readonly at: number; readonly times: number; readonly pick: number }
  | { readonly kind: 'goods'; readonly at: number; readonly goods: GoodsKind }
  /** Goods that are not as the order expects. */
  | {
      readonly kind: 'exception'
      readonly at: number
      readonly what: ExceptionKind
      readonly goods: GoodsKind
      /** How many of it are taken. */
      readonly photos: number
    }
  /** A label that came out of some printer, newest first. */
  | { readonly kind: 'mark'; readonly at: number; readonly pick: number; readonly bars: boolean }
  | { readonly kind: 'open' | 'copy'; readonly at: number; readonly pick: number }
  /** The label of one of a few pallets. */
  | { readonly kind: 'pallet-label'; readonly at: number; readonly pick: number }
  | { readonly kind: 'reopen' | 'void'; readonly at: number; readonly pick: number }
  | { readonly kind: 'park'; readonly at: number; readonly purpose: ParkPurpose }
  /** The temporary label of some carton, newest first, parked or not. */
  | { readonly kind: 'resume'; readonly at: number; readonly pick: number }
  | { readonly kind: 'paper'; readonly at: number; readonly fate: PaperFate }
  | { readonly kind: 'decide'; readonly at: number; readonly follow: boolean }
  /** One request of all that are under way. */
  | { readonly kind: 'net'; readonly pick: number; readonly fate: Fate }
  /** The line of one station works for so many requests. */
  | { readonly kind: 'calm'; readonly at: number; readonly requests: number }
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'jump'; readonly hours: number }
  | { readonly kind: 'amend'; readonly pick: number; readonly line: number; readonly units: number }
  | { readonly kind: 'cancel'; readonly pick: number }
  | { readonly kind: Act; readonly at: number }

export interface History {
  readonly stations: number
  readonly steps: readonly Step[]
}

/** Without a prototype a counterexample prints badly. */
const record = <Model extends object>(model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> }) =>
  fc.record(model, { noNullPrototype: true })

const at = fc.nat(2)
const pick = fc.nat(11)
const kind = <const Kind extends string>(name: Kind) => fc.constant(name)
const act = (name: Act) => record({ kind: kind(name), at })

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 22,
    arbitrary: record({ kind: kind('next'), at, times: fc.integer({ min: 1, max: 7 }), pick }),
  },
  {
    weight: 4,
    arbitrary: record({ kind: kind('goods'), at, goods: fc.constantFrom(...goodsKinds) }),
  },
  { weight: 4, arbitrary: record({ kind: kind('mark'), at, pick, bars: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: record({
      kind: kind('exception'),
      at,
      what: fc.constantFrom(...exceptionKinds),
      goods: fc.constantFrom(...goodsKinds),
      photos: fc.nat(2),
    }),
  },
  { weight: 2, arbitrary: record({ kind: kind('open'), at, pick }) },
  { weight: 3, arbitrary: record({ kind: kind('reopen'), at, pick }) },
  { weight: 2, arbitrary: record({ kind: kind('void'), at, pick }) },
  { weight: 1, arbitrary: record({ kind: kind('copy'), at, pick }) },
  { weight: 2, arbitrary: record({ kind: kind('pallet-label'), at, pick: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: record({ kind: kind('park'), at, purpose: fc.constantFrom(...parkPurposes) }),
  },
  { weight: 4, arbitrary: record({ kind: kind('resume'), at, pick }) },
  {
    weight: 7,
    arbitrary: record({ kind: kind('paper'), at, fate: fc.constantFrom(...paperFates) }),
  },
  { weight: 1, arbitrary: record({ kind: kind('decide'), at, follow: fc.boolean() }) },
  { weight: 26, arbitrary: record({ kind: kind('net'), pick, fate: fc.constantFrom(...fates) }) },
  {
    weight: 10,
    arbitrary: record({ kind: kind('calm'), at, requests: fc.integer({ min: 1, max: 8 }) }),
  },
  { weight: 4, arbitrary: record({ kind: kind('time'), seconds: fc.constantFrom(1, 6, 40, 700) }) },
  { weight: 1, arbitrary: record({ kind: kind('jump'), hours: fc.constantFrom(-50, -1, 1, 50) }) },
  {
    weight: 2,
    arbitrary: record({
      kind: kind('amend'),
      pick,
      line: fc.nat(1),
      units: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: record({ kind: kind('cancel'), pick: fc.nat(40) }) },
  { weight: 2, arbitrary: act('undo') },
  { weight: 1, arbitrary: act('cases') },
  { weight: 2, arbitrary: act('units') },
  { weight: 1, arbitrary: act('same-again') },
  { weight: 3, arbitrary: act('pallet') },
  { weight: 2, arbitrary: act('plan') },
  { weight: 1, arbitrary: act('label') },
  { weight: 1, arbitrary: act('measure') },
  { weight: 1, arbitrary: act('agree') },
  { weight: 1, arbitrary: act('acknowledge') },
  { weight: 1, arbitrary: act('done') },
  { weight: 1, arbitrary: act('leave') },
  { weight: 2, arbitrary: act('reprint') },
  { weight: 1, arbitrary: act('backup') },
  { weight: 1, arbitrary: act('restore') },
  { weight: 5, arbitrary: act('crash') },
  { weight: 1, arbitrary: act('fence') },
  { weight: 1, arbitrary: act('revoke') },
  { weight: 2, arbitrary: act('enrol') },
  { weight: 8, arbitrary: act('pull') },
  { weight: 2, arbitrary: act('resend') },
)

export const histories: fc.Arbitrary<History> = record({
  stations: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
})
