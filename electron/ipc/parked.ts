import type { ParkedCarton } from '#shared/contract/parked-views.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Bench } from '#electron/packing/index.ts'
import { cartonCodeOf } from './carton-code-of.ts'
import type { RequestHandlers } from './register.ts'

type ParkedRequest = Extract<keyof RequestHandlers, `parked.${string}`>

interface ParkedHandlerParts {
  readonly bench: Pick<Bench, 'park' | 'resume'>
  readonly list: () => ParkedCarton[]
  /** Prints the temporary label once more. */
  readonly print: (code: CartonCode) => void
}

export const parkedHandlers = ({
  bench,
  list,
  print,
}: ParkedHandlerParts): Pick<RequestHandlers, ParkedRequest> => ({
  'parked.list': list,
  'parked.park': (purpose) => bench.park(purpose),
  'parked.resume': (code) => bench.resume(cartonCodeOf(code)),
  'parked.print': (code) => print(cartonCodeOf(code)),
})
