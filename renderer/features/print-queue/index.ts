export {
  createPrintQueueStore,
  followPrintQueue,
  PrintQueueProvider,
  type PrintQueueStore,
  usePrintQueue,
} from './store.ts'
export { LedgerDialog } from './ledger-dialog.tsx'
export { PrintQueuePanel } from './print-queue-panel.tsx'
export { useHoldSounds } from './use-hold-sounds.ts'
