/** A job as it stands in the queue: the fields of JOB_INFO_2 that tell whether it moves. */
export interface SpoolJob {
  /** The JOB_STATUS bits. */
  readonly status: number
  readonly position: number
  /** In bytes. */
  readonly size: number
  readonly pagesPrinted: number
}

/**
 * A printer that was opened. Every call may take as long as a print server lets it wait and cannot be broken off; it
 * rejects with an Error whose `code` names the Win32 error.
 */
export interface SpoolPrinter {
  /** Its bytes go straight to the port, and no job waits that could be taken back. */
  readonly isDirect: boolean
  /** Begins a document of raw bytes. @returns the number of its job */
  startDoc(name: string): Promise<number>
  /** @returns how many of the bytes were taken, which may be fewer than given */
  write(bytes: Uint8Array): Promise<number>
  /** From here on the job is the queue's, and prints whenever the printer can. */
  endDoc(): Promise<void>
  /** Throws away the document that was begun, as far as it has not been printed. */
  abortDoc(): Promise<void>
  /** @returns null when the job is in the queue no longer */
  job(id: number): Promise<SpoolJob | null>
  control(id: number, command: 'pause' | 'delete'): Promise<void>
  /** The jobs in the queue whose documents have this name and came from this computer. */
  jobsOf(name: string): Promise<readonly number[]>
  close(): Promise<void>
}

/** A print spooler that works as Windows documents its own. */
export interface Spooler {
  open(printer: string): Promise<SpoolPrinter>
}
