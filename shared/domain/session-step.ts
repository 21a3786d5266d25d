import { err, ok, type Result } from '#shared/result.ts'
import type { CartonContent } from './carton.ts'
import type {
  BenchCarton,
  PackAnswer,
  PackEffect,
  PackEvent,
  PackRefusal,
  PackSession,
  Stepped,
} from './pack-session.ts'
import { locking } from './scan-verdict.ts'

/** What an event made of the session, or why it is refused. */
export type Outcome = Result<Stepped, PackRefusal>
export type EventOf<Type extends PackEvent['type']> = Extract<PackEvent, { type: Type }>

export const stepped = (
  session: PackSession,
  effects: readonly PackEffect[] = [],
  answer: PackAnswer | null = null,
): Outcome => ok({ session, effects, answer, weighProblem: null })

export const refused = (code: PackRefusal['code'], details: PackRefusal['details'] = {}): Outcome =>
  err({ code, details })

/** An answer without any other effect; some answers lock scanning until they are acknowledged. */
export const answered = (session: PackSession, answer: PackAnswer): Outcome =>
  stepped(
    {
      ...session,
      times: 1,
      lock: locking.has(answer.outcome) ? answer.outcome : session.lock,
    },
    [],
    answer,
  )

/** Units outside the bench carton, once those of a carton have left the bench (`1`) or come to it (`-1`). */
export const elsewhereAfter = (
  { elsewhere }: PackSession,
  contents: readonly CartonContent[],
  sign: 1 | -1,
): PackSession['elsewhere'] => {
  const next = new Map(elsewhere)
  for (const { sku, quantity } of contents) next.set(sku, (next.get(sku) ?? 0) + sign * quantity)
  return next
}

/** The bench is free for another carton. */
export const withCartonElsewhere = (session: PackSession, carton: BenchCarton): PackSession => ({
  ...session,
  elsewhere: elsewhereAfter(session, carton.contents, 1),
  carton: null,
  step: 'packing',
})
