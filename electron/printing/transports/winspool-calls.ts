import type { KoffiFunc, LibraryHandle } from 'koffi'
import { type JobInfo, type QueuedJob, winspoolStructs } from './winspool-structs.ts'

/** A HANDLE; 32 bits of it are in use even on 64-bit Windows, but nobody promises it. */
export type Handle = number | bigint
type Out<T> = [T | null]

/** What a call came to: 0 has failed, and then `error` is what GetLastError says on the thread that ran it. */
export interface Answer {
  readonly value: number
  readonly error: number
}

type Call<Args extends readonly unknown[]> = (...args: Args) => Promise<Answer>
/** Buffer, its length, and how many bytes would be needed. */
type Filled = [Buffer, number, Out<number>]
type DocInfo = Readonly<Record<'name' | 'file' | 'datatype', string | null>>

/** The calls of winspool.drv that printing takes, after winspool.h. Each runs on a thread of its own. */
export interface WinspoolCalls {
  readonly openPrinter: Call<[string, Out<Handle>, null]>
  readonly closePrinter: Call<[Handle]>
  readonly getPrinter: Call<[Handle, number, ...Filled]>
  readonly getPrinterDriver: Call<[Handle, null, number, ...Filled]>
  readonly startDocPrinter: Call<[Handle, number, DocInfo]>
  readonly startPagePrinter: Call<[Handle]>
  readonly writePrinter: Call<[Handle, Uint8Array, number, Out<number>]>
  readonly endPagePrinter: Call<[Handle]>
  readonly endDocPrinter: Call<[Handle]>
  readonly abortPrinter: Call<[Handle]>
  readonly getJob: Call<[Handle, number, number, ...Filled]>
  readonly enumJobs: Call<[Handle, number, number, number, ...Filled, Out<number>]>
  readonly setJob: Call<[Handle, number, number, null, number]>
  readonly attributesOf: (printerInfo5: Buffer) => number
  readonly jobOf: (jobInfo2: Buffer) => JobInfo
  readonly jobsOf: (jobInfo1s: Buffer, count: number) => readonly QueuedJob[]
}

type Parameters4 = Parameters<LibraryHandle['func']>[3]

/** Loads the library of the spooler. @throws Error when it cannot be loaded */
export const loadWinspool = async (): Promise<WinspoolCalls> => {
  const koffi = await import('koffi')
  const { load, out, pointer } = koffi
  const winspool = load('winspool.drv')
  const lastError = load('kernel32.dll').func('__stdcall', 'GetLastError', 'uint32', [])
  const getLastError = lastError as () => number
  /** Nothing that a call still reads or writes may be collected, however long it is stuck. */
  const inUse = new Set<readonly unknown[]>()
  const declare = <Args extends unknown[]>(name: string, parameters: Parameters4): Call<Args> => {
    const declared = winspool.func('__stdcall', name, 'uint32', parameters)
    const native = declared as KoffiFunc<(...args: Args) => number>
    return (...args) =>
      new Promise((resolve, reject) => {
        inUse.add(args)
        native.async(...args, (trouble: unknown, value: number) => {
          // Here and now koffi still knows the error of the thread that made the call.
          const error = getLastError()
          inUse.delete(args)
          if (trouble instanceof Error) reject(trouble)
          else resolve({ value, error })
        })
      })
  }

  const handle = 'uintptr_t'
  const dword = 'uint32'
  const filled = ['void *', dword, out(pointer(dword))]
  const { docInfo, attributesOf, jobOf, jobsOf } = winspoolStructs(koffi)
  return {
    openPrinter: declare('OpenPrinterW', ['str16', out(pointer(handle)), 'void *']),
    closePrinter: declare('ClosePrinter', [handle]),
    getPrinter: declare('GetPrinterW', [handle, dword, ...filled]),
    getPrinterDriver: declare('GetPrinterDriverW', [handle, 'void *', dword, ...filled]),
    startDocPrinter: declare('StartDocPrinterW', [handle, dword, pointer(docInfo)]),
    startPagePrinter: declare('StartPagePrinter', [handle]),
    writePrinter: declare('WritePrinter', [handle, 'void *', dword, out(pointer(dword))]),
    endPagePrinter: declare('EndPagePrinter', [handle]),
    endDocPrinter: declare('EndDocPrinter', [handle]),
    abortPrinter: declare('AbortPrinter', [handle]),
    getJob: declare('GetJobW', [handle, dword, dword, ...filled]),
    enumJobs: declare('EnumJobsW', [handle, dword, dword, dword, ...filled, out(pointer(dword))]),
    setJob: declare('SetJobW', [handle, dword, dword, 'void *', dword]),
    attributesOf,
    jobOf,
    jobsOf,
  }
}
