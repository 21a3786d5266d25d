import { serveCalls } from '#electron/workers/index.ts'
import { makeCommandSheet } from './command-sheet.ts'

serveCalls(makeCommandSheet)
