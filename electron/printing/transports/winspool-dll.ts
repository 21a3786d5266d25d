import { hostname } from 'node:os'
import type { Spooler, SpoolPrinter } from './spooler.ts'
import { win32Error } from './win32-error.ts'
import { type Answer, type Handle, loadWinspool, type WinspoolCalls } from './winspool-calls.ts'

const invalidParameter = 87
const insufficientBuffer = 122
/** Enough for most of what is asked, in bytes. */
const usualLength = 4096
/** PRINTER_ATTRIBUTE_DIRECT: bytes go to the port and not into a file first. */
const directAttribute = 0x2
/** More jobs of ours than can be left in a queue. */
const mostJobs = 1_000
/** JOB_CONTROL_PAUSE and JOB_CONTROL_DELETE. */
const jobControl = { pause: 1, delete: 5 } as const

const must = async (name: string, call: Promise<Answer>): Promise<number> => {
  const { value, error } = await call
  if (value === 0) throw win32Error(name, error)
  return value
}

/** Windows puts backslashes before the name. */
const isThisComputer = (machine: string | null): boolean =>
  machine?.replace(/^\\\\/, '').toLowerCase() === hostname().toLowerCase()

type Fill = (buffer: Buffer, length: number, needed: [number | null]) => Promise<Answer>

/** Asks again with more room for as long as there is too little. */
const filled = async (fill: Fill): Promise<{ buffer: Buffer } | { error: number }> => {
  for (let length = usualLength; ;) {
    const buffer = Buffer.alloc(length)
    const needed: [number | null] = [null]
    const { value, error } = await fill(buffer, length, needed)
    if (value !== 0) return { buffer }
    if (error !== insufficientBuffer || (needed[0] ?? 0) <= length) return { error }
    length = needed[0] ?? length
  }
}

/** Drivers of version 4 know no RAW: bytes pass them untouched as XPS_PASS. A driver that is not known takes RAW. */
const datatypeOf = async (calls: WinspoolCalls, handle: Handle): Promise<'RAW' | 'XPS_PASS'> => {
  const driver = await filled((...room) => calls.getPrinterDriver(handle, null, 2, ...room))
  return 'buffer' in driver && driver.buffer.readUInt32LE(0) === 4 ? 'XPS_PASS' : 'RAW'
}

const openPrinter = async (
  calls: WinspoolCalls,
  printer: string,
  isGone: (error: number) => boolean,
): Promise<SpoolPrinter> => {
  const opened: [Handle | null] = [null]
  await must('OpenPrinter', calls.openPrinter(printer, opened, null))
  const handle = opened[0] ?? 0
  const info = await filled((...room) => calls.getPrinter(handle, 5, ...room))
  return {
    // What is not known is taken for the worse.
    isDirect: 'error' in info || (calls.attributesOf(info.buffer) & directAttribute) !== 0,
    startDoc: async (name) => {
      const datatype = await datatypeOf(calls, handle)
      const doc = { name, file: null, datatype }
      const id = await must('StartDocPrinter', calls.startDocPrinter(handle, 1, doc))
      await must('StartPagePrinter', calls.startPagePrinter(handle))
      return id
    },
    write: async (bytes) => {
      const taken: [number | null] = [null]
      await must('WritePrinter', calls.writePrinter(handle, bytes, bytes.length, taken))
      return taken[0] ?? 0
    },
    endDoc: async () => {
      await must('EndPagePrinter', calls.endPagePrinter(handle))
      await must('EndDocPrinter', calls.endDocPrinter(handle))
    },
    abortDoc: async () => void (await must('AbortPrinter', calls.abortPrinter(handle))),
    job: async (id) => {
      const found = await filled((...room) => calls.getJob(handle, id, 2, ...room))
      if ('error' in found) {
        if (isGone(found.error)) return null
        throw win32Error('GetJob', found.error)
      }
      const { Status, Position, Size, PagesPrinted } = calls.jobOf(found.buffer)
      return { status: Status, position: Position, size: Size, pagesPrinted: PagesPrinted }
    },
    jobsOf: async (name) => {
      const found: [number | null] = [null]
      const jobs = await filled((...room) => calls.enumJobs(handle, 0, mostJobs, 1, ...room, found))
      if ('error' in jobs) throw win32Error('EnumJobs', jobs.error)
      return calls
        .jobsOf(jobs.buffer, found[0] ?? 0)
        .filter((job) => job.Document === name && isThisComputer(job.MachineName))
        .map(({ JobId }) => JobId)
    },
    control: async (id, command) =>
      void (await must('SetJob', calls.setJob(handle, id, 0, null, jobControl[command]))),
    close: async () => void (await must('ClosePrinter', calls.closePrinter(handle))),
  }
}

/** A spooler over the calls of its library. @param isGone which error of GetJob says that there is no such job */
export const spoolerOf = (calls: WinspoolCalls, isGone: (error: number) => boolean): Spooler => ({
  open: (printer) => openPrinter(calls, printer, isGone),
})

/**
 * The spooler of this Windows, by winspool.drv.
 * @param isGone which error of GetJob says that there is no such job
 * @throws Error on any other system
 */
export const openWinspool = async (
  isGone: (error: number) => boolean = (error) => error === invalidParameter,
): Promise<Spooler> => {
  if (process.platform !== 'win32') throw new Error('not Windows')
  return spoolerOf(await loadWinspool(), isGone)
}
