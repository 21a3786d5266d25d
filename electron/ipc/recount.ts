import type { Recount } from '#electron/packing/index.ts'
import { cartonCodeOf } from './carton-code-of.ts'
import type { RequestHandlers } from './register.ts'

type RecountRequest = Extract<keyof RequestHandlers, `recount.${string}`>

export const recountHandlers = (recount: Recount): Pick<RequestHandlers, RecountRequest> => ({
  'recount.snapshot': recount.view,
  'recount.start': ({ code }) => recount.start(cartonCodeOf(code)),
  'recount.undo': recount.undo,
  'recount.finish': recount.finish,
  'recount.reopen': ({ reason }) => recount.reopen(reason),
  'recount.leave': recount.leave,
})
