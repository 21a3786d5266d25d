import { isOut, isUntouched, type JobSeen, see } from './spool-job.ts'
import type { SpoolPrinter } from './spooler.ts'

interface Unwanted {
  /** The printer, opened apart from the handle that wrote the job: that one may be stuck. */
  readonly desk: SpoolPrinter
  readonly id: number
  readonly seen: JobSeen
  /** Throws the document away at the handle that wrote it; null once the document was ended, or while that handle is stuck. */
  readonly abortDoc: (() => Promise<void>) | null
  /** Only a document that was ended can have been printed to its end. */
  readonly isEnded: boolean
}

/**
 * Takes a job out of the queue. It is paused first: a job that stands still and was never seen printing cannot begin
 * to while it is deleted. `unprinted` says that no byte of it is on paper or ever will be.
 */
export const takeBack = async (
  unwanted: Unwanted,
): Promise<'unprinted' | 'printed' | 'unknown'> => {
  const { desk, id, isEnded } = unwanted
  // What came of each command is not believed but looked at.
  const command = (call: Promise<void> | undefined): Promise<void> | undefined =>
    call?.catch(() => undefined)
  await command(desk.control(id, 'pause'))
  const standing = see(unwanted.seen, await desk.job(id))
  if (standing.end === 'printed') return isEnded ? 'printed' : 'unknown'
  await command(unwanted.abortDoc?.())
  await command(desk.control(id, 'delete'))
  const left = see(standing, await desk.job(id))
  return standing.end === null && isUntouched(standing) && isOut(left) ? 'unprinted' : 'unknown'
}
