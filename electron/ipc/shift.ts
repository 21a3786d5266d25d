import { AppError } from '#shared/errors.ts'
import type { ShiftHandover } from '#electron/shift/index.ts'
import { cartonCodeOf } from './carton-code-of.ts'
import type { RequestHandlers } from './register.ts'

type ShiftRequest = Extract<keyof RequestHandlers, `shift.${string}`>

export const shiftHandlers = (shift: ShiftHandover): Pick<RequestHandlers, ShiftRequest> => ({
  'shift.snapshot': shift.view,
  'shift.start': shift.start,
  'shift.missing': ({ code, reason }) => shift.missing(cartonCodeOf(code), reason),
  'shift.undo': shift.undo,
  'shift.finish': shift.finish,
  'shift.leave': shift.leave,
})

/** What only looks, scans, which the handover takes itself, and labels, which may have to come out once more. */
const harmless = /\.(snapshot|list|report|scan|print)$/

/** These requests are refused while a shift is handed over: nothing is packed, resumed or signed meanwhile. */
export const notDuringShift = <Handlers extends Partial<RequestHandlers>>(
  shift: Pick<ShiftHandover, 'isRunning'>,
  handlers: Handlers,
): Handlers => {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    harmless.test(name)
      ? handler
      : (input: never): unknown => {
          if (shift.isRunning()) throw new AppError('shift-running', name)
          return (handler as (input: never) => unknown)(input)
        },
  ])
  return Object.fromEntries(guarded) as Handlers
}
