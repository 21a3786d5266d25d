import { createHash } from 'node:crypto'
import type { BenchCarton } from '#shared/contract/views.ts'
import { readPrintedMark } from '#tests/e2e/support/printed-marks.ts'
import { storedPrintJobs } from '#tests/e2e/support/station-store.ts'

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** The labels that have come out of the printer, whole. */
export interface Paper {
  /** What a scanner reads on the label that has to be scanned next; null when it never came out. */
  nextToScan(carton: BenchCarton): Promise<string | null>
}

interface PaperParts {
  readonly home: string
  readonly received: () => readonly Uint8Array[]
}

export const createPaper = ({ home, received }: PaperParts): Paper => ({
  nextToScan: async ({ code, revision, labels }) => {
    const places = Map.groupBy(labels, ({ side, page }) => `${side}/${page}`)
    const open = [...places.values()].find((copies) =>
      copies.every(({ state }) => state !== 'confirmed'),
    )
    const printed = new Set(received().map(sha256))
    const jobs = storedPrintJobs(home).filter(
      (job) => job.cartonCode === code && job.revision === revision,
    )
    for (const label of open ?? []) {
      const job = jobs.find(
        ({ side, page, copy }) => side === label.side && page === label.page && copy === label.copy,
      )
      if (job?.bytes == null || !printed.has(sha256(job.bytes))) continue
      // The bars of an older revision read the same: then only the QR will do.
      return revision === 1 ? code : (await readPrintedMark(job.bytes)).qr
    }
    return null
  },
})
