// Runs in Windows' own Node and does the errands that are put into its folder, in order.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWinspool } from '#electron/printing/transports/winspool-dll.ts'
import { createWinspoolTransport } from '#electron/printing/transports/winspool.ts'
import type { Transport } from '#electron/printing/transports/transport.ts'
import { addPrinter } from './add-printer.ts'
import { type Errand, errandSchema, type Report } from './errand.ts'

const folder = process.argv[2] ?? '.'
/** So often it looks for errands, in milliseconds. */
const paceMs = 10

const transports = new Map<string, Transport>()
const transportTo = (printer: string): Transport => {
  // Wine does not say why there is no such job: any failure to find one is taken for that.
  const transport =
    transports.get(printer) ?? createWinspoolTransport(printer, () => openWinspool(() => true))
  transports.set(printer, transport)
  return transport
}

const run = async (errand: Errand): Promise<unknown> => {
  if (errand.kind === 'add-printer') {
    addPrinter(errand.name, errand.like)
    return { kind: 'added' }
  }
  const { printer, bytes, stallMs, isAborted } = errand
  const signal = isAborted ? AbortSignal.abort() : new AbortController().signal
  const outcome = await transportTo(printer).send(Buffer.from(bytes, 'base64'), { signal, stallMs })
  if (outcome.kind === 'sent') return outcome
  const { code, message, retryable, details } = outcome.problem
  return { kind: outcome.kind, problem: { code, message, retryable, details } }
}

const failed = (error: unknown): Report => ({
  kind: 'failed',
  problem: { code: 'failed', message: String(error), retryable: false, details: {} },
})

const work = async (): Promise<void> => {
  const waiting = readdirSync(folder).filter((name) => name.endsWith('.json'))
  for (const name of waiting.toSorted()) {
    const file = join(folder, name)
    const answer = file.replace(/json$/, 'done')
    const errand = errandSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const report = await run(errand).catch(failed)
    renameSync(file, file.replace(/json$/, 'read'))
    writeFileSync(`${answer}.new`, JSON.stringify(report))
    renameSync(`${answer}.new`, answer)
  }
  if (existsSync(join(folder, 'stop'))) return
  setTimeout(() => void work(), paceMs)
}

void work()
