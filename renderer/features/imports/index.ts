export { ImportDialog } from './import-dialog.tsx'
export { ImportsBar } from './imports-bar.tsx'
export { createImportsStore, followImports, ImportsProvider } from './store.ts'
