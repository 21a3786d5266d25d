import { serveCalls } from '#electron/workers/index.ts'
import { answerSheetCall } from './sheet-calls.ts'

serveCalls(answerSheetCall)
