import { AppError } from '#shared/errors.ts'
import type { SignIn } from '#electron/operators/index.ts'
import type { RequestHandlers } from './register.ts'

type OperatorRequest = Extract<keyof RequestHandlers, `operators.${string}`>

export const operatorHandlers = (signIn: SignIn): Pick<RequestHandlers, OperatorRequest> => ({
  'operators.signIn': signIn.enterByName,
  'operators.signOut': signIn.leave,
})

/** What may be asked while nobody is signed in: everything that only looks, and scans, which are judged one by one. */
const looks = /\.(snapshot|list|report|scan)$/

/** These requests are refused while somebody has to sign in first. */
export const onlySignedIn = <Handlers extends Partial<RequestHandlers>>(
  signIn: Pick<SignIn, 'isAwaited'>,
  handlers: Handlers,
): Handlers => {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    looks.test(name)
      ? handler
      : (input: never): unknown => {
          if (signIn.isAwaited()) throw new AppError('operator-absent', name)
          return (handler as (input: never) => unknown)(input)
        },
  ])
  return Object.fromEntries(guarded) as Handlers
}
