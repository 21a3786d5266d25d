import type * as koffi from 'koffi'

type Koffi = Pick<typeof koffi, 'array' | 'decode' | 'sizeof' | 'struct'>

/** What is read of JOB_INFO_2, by the names that winspool.h gives its fields. */
export type JobInfo = Readonly<Record<'Status' | 'Position' | 'Size' | 'PagesPrinted', number>>

/** What is read of a JOB_INFO_1. */
export type QueuedJob = Readonly<Record<'MachineName' | 'Document', string | null>> & {
  readonly JobId: number
}

/** The structures of winspool.h that printing takes. */
export const winspoolStructs = ({ array, decode, sizeof, struct }: Koffi) => {
  const dword = 'uint32'
  // Strings are only stepped over: they need not be read, let alone by the right length.
  const text = 'void *'
  const printerInfo5 = struct({ PrinterName: text, PortName: text, Attributes: dword })
  const jobInfo2 = struct({
    JobId: dword,
    PrinterName: text,
    MachineName: text,
    UserName: text,
    Document: text,
    NotifyName: text,
    Datatype: text,
    PrintProcessor: text,
    Parameters: text,
    DriverName: text,
    DevMode: 'void *',
    StatusText: text,
    SecurityDescriptor: 'void *',
    Status: dword,
    Priority: dword,
    Position: dword,
    StartTime: dword,
    UntilTime: dword,
    TotalPages: dword,
    Size: dword,
    // A SYSTEMTIME.
    Submitted: array('uint16', 8),
    Time: dword,
    PagesPrinted: dword,
  })
  const name = 'str16'
  const jobInfo1 = struct({
    JobId: dword,
    PrinterName: text,
    MachineName: name,
    UserName: text,
    Document: name,
    Datatype: text,
    StatusText: text,
    Status: dword,
    Priority: dword,
    Position: dword,
    TotalPages: dword,
    PagesPrinted: dword,
    Submitted: array('uint16', 8),
  })
  return {
    /** DOC_INFO_1. */
    docInfo: struct({ name: 'str16', file: 'str16', datatype: 'str16' }),
    /** The attributes of a PRINTER_INFO_5. */
    attributesOf: (buffer: Buffer): number =>
      (decode(buffer, printerInfo5) as { Attributes: number }).Attributes,
    /** So many JOB_INFO_1, one behind the other. */
    jobsOf: (buffer: Buffer, count: number): readonly QueuedJob[] =>
      Array.from(
        { length: count },
        (_, index) => decode(buffer, index * sizeof(jobInfo1), jobInfo1) as QueuedJob,
      ),
    /** What a JOB_INFO_2 says of a job. */
    jobOf: (buffer: Buffer): JobInfo => decode(buffer, jobInfo2) as JobInfo,
  }
}
