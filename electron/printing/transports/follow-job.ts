import { setTimeout as after } from 'node:timers/promises'
import { hasMoved, type JobSeen, see } from './spool-job.ts'
import type { SpoolJob } from './spooler.ts'
import type { SendLimits } from './transport.ts'
import { within } from './within.ts'

/**
 * Looks at a job until it comes to an end, every `pollMs` milliseconds. Throws 'stalled' when nothing of it has moved
 * for as long as the limits say, 'aborted', or what the look failed with.
 */
export async function* followJob(
  before: JobSeen,
  look: () => Promise<SpoolJob | null>,
  limits: SendLimits,
  pollMs: number,
): AsyncGenerator<JobSeen, void> {
  let seen = before
  let movedAt = performance.now()
  while (seen.end === null) {
    const next = see(seen, await look())
    if (hasMoved(seen, next)) movedAt = performance.now()
    else if (performance.now() - movedAt >= limits.stallMs) throw new Error('stalled')
    seen = next
    yield seen
    if (seen.end === null) await within(after(pollMs), limits)
  }
}
