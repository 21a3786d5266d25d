import type { OrderNo } from '#shared/domain/order.ts'
import type { ImportsView } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { Language } from '#shared/contract/views.ts'
import type { ImportDesk } from '#electron/sheets/index.ts'
import type { RequestHandlers } from './register.ts'

type ImportRequest =
  | Extract<keyof RequestHandlers, `imports.${string}`>
  | 'documents.template'
  | 'documents.packingList'

interface ImportHandlerParts {
  readonly desk: ImportDesk
  readonly view: () => ImportsView
  readonly dismiss: (id: string) => void
  readonly template: (kind: SheetKind, language: Language) => Promise<string | null>
  readonly packingList: (orderNo: OrderNo, language: Language) => Promise<string | null>
}

export const importHandlers = ({
  desk,
  view,
  dismiss,
  template,
  packingList,
}: ImportHandlerParts): Pick<RequestHandlers, ImportRequest> => ({
  'imports.choose': desk.choose,
  'imports.confirm': desk.confirm,
  'imports.list': view,
  'imports.dismiss': dismiss,
  'documents.template': ({ kind, language }) => template(kind, language),
  // Whatever is wrong with the order is told before anybody is asked for a place.
  'documents.packingList': async ({ orderNo, language }) =>
    packingList(orderNo as OrderNo, language),
})
