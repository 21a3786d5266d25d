import type { CartonPages, CartonSearch, Lookup } from '#electron/packing/index.ts'
import { cartonCodeOf } from './carton-code-of.ts'
import type { RequestHandlers } from './register.ts'

type LookupRequest = Extract<keyof RequestHandlers, `lookup.${string}`>

interface LookupHandlerParts {
  readonly lookup: Lookup
  readonly search: CartonSearch
  readonly page: CartonPages['page']
}

export const lookupHandlers = ({
  lookup,
  search,
  page,
}: LookupHandlerParts): Pick<
  RequestHandlers,
  LookupRequest | 'cartons.search' | 'cartons.page'
> => ({
  'lookup.snapshot': lookup.view,
  'lookup.open': lookup.open,
  'lookup.show': (code) => lookup.show(code === null ? null : cartonCodeOf(code)),
  'lookup.close': lookup.close,
  'cartons.search': search,
  'cartons.page': (code) => page(cartonCodeOf(code)),
})

/** These leave the bench as it is. */
const looks = /\.(snapshot|list|scan|copy|print|keepPhoto)$/

/** Whoever does something at the bench by hand has done with looking things up: scans are the bench's again. */
export const endsLookup = <Handlers extends Partial<RequestHandlers>>(
  lookup: Pick<Lookup, 'close'>,
  handlers: Handlers,
): Handlers => {
  const ending = Object.entries(handlers).map(([name, handler]) => [
    name,
    looks.test(name)
      ? handler
      : (input: never): unknown => {
          lookup.close()
          return (handler as (input: never) => unknown)(input)
        },
  ])
  return Object.fromEntries(ending) as Handlers
}
