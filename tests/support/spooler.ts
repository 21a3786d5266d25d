import { onTestFinished } from 'vitest'
import type { Spooler, SpoolPrinter } from '#electron/printing/transports/spooler.ts'
import { win32Error } from '#electron/printing/transports/win32-error.ts'
import { createSpoolQueue, type QueuedJob } from './spool-queue.ts'

export type SpoolCall =
  | 'open'
  | 'startDoc'
  | 'write'
  | 'endDoc'
  | 'abortDoc'
  | 'job'
  | 'jobsOf'
  | 'pause'
  | 'delete'
  | 'close'

/** Comes before every call, with its number from 0: what it throws fails the call, what it awaits holds it up. */
export type Meddler = (call: SpoolCall, number: number) => Promise<void> | void

/** A spooler with one printer, whose queue lives by itself. */
export const startSpooler = (printerName: string) => {
  const queue = createSpoolQueue()
  const calls: SpoolCall[] = []
  let meddle: Meddler = () => undefined
  let open = 0
  /** Bytes that one WritePrinter takes at most. */
  let room = Infinity
  let isDirect = false
  const clock = setInterval(queue.turn, 1)
  onTestFinished(() => clearInterval(clock))

  const called = async (call: SpoolCall): Promise<void> => {
    calls.push(call)
    await meddle(call, calls.length - 1)
  }

  const openPrinter = (): SpoolPrinter => {
    let doc: QueuedJob | null = null
    const current = (name: string): QueuedJob => {
      if (doc === null) throw win32Error(name, 3003)
      if (doc.isDeleting) throw win32Error(name, 63)
      return doc
    }
    const end = (job: QueuedJob): void => {
      job.isSpooling = false
      doc = null
    }
    return {
      isDirect,
      startDoc: async (name) => {
        await called('startDoc')
        doc = queue.begin(name)
        return doc.id
      },
      write: async (bytes) => {
        await called('write')
        const job = current('WritePrinter')
        const taken = bytes.subarray(0, room)
        job.data = Buffer.concat([job.data, taken])
        return taken.length
      },
      endDoc: async () => {
        await called('endDoc')
        end(current('EndDocPrinter'))
      },
      abortDoc: async () => {
        await called('abortDoc')
        const job = doc
        if (job === null) throw win32Error('AbortPrinter', 3003)
        end(job)
        queue.drop(job)
      },
      job: async (id) => {
        await called('job')
        return queue.look(id)
      },
      jobsOf: async (name) => {
        await called('jobsOf')
        return queue
          .jobs()
          .filter((job) => job.name === name)
          .map(({ id }) => id)
      },
      control: async (id, command) => {
        await called(command)
        if (command === 'pause') queue.pauseJob(id)
        else queue.deleteJob(id)
      },
      close: async () => {
        await called('close')
        open -= 1
        // A document that nobody ended is printed as far as it goes.
        if (doc !== null) end(doc)
      },
    }
  }

  const spooler: Spooler = {
    open: async (printer) => {
      await called('open')
      if (printer !== printerName) throw win32Error('OpenPrinter', 1801)
      open += 1
      return openPrinter()
    },
  }
  return {
    spooler,
    queue,
    calls,
    meddle: (next: Meddler): void => {
      meddle = next
    },
    takeAtMost: (bytes: number): void => {
      room = bytes
    },
    goDirect: (): void => {
      isDirect = true
    },
    /** Nothing is open and nothing waits. */
    isAtRest: (): boolean => open === 0 && queue.jobs().length === 0,
  }
}

export type SpoolerUnderTest = ReturnType<typeof startSpooler>
