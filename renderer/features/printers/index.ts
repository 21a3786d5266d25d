export { PrintersDialog } from './printers-dialog.tsx'
export {
  createPrintersStore,
  followRuler,
  PrintersProvider,
  type PrintersStore,
  usePrinters,
} from './store.ts'
