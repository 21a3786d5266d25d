import type { PrinterSetup } from '#electron/printing/index.ts'
import type { RequestHandlers } from './register.ts'

type Requests =
  | 'printers.setup'
  | 'printers.save'
  | 'printers.remove'
  | 'printers.use'
  | 'printers.detect'
  | 'printers.ruler'
  | 'printers.endRuler'

export const printerHandlers = (setup: PrinterSetup): Pick<RequestHandlers, Requests> => ({
  'printers.setup': setup.view,
  'printers.save': ({ printer, forMarks }) => setup.save(printer, forMarks),
  'printers.remove': setup.remove,
  'printers.use': ({ kind, id }) => setup.use(kind, id),
  'printers.detect': setup.detect,
  'printers.ruler': setup.printRuler,
  'printers.endRuler': setup.endRuler,
})
