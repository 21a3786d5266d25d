export { createCommandSheets } from './command-sheet-file.ts'
export type { CommandSheets } from './command-sheet-file.ts'
