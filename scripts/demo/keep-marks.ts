import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPrintedMark } from '#tests/e2e/support/printed-marks.ts'
import {
  storedCartons,
  storedPrintJobs,
  type StoredCarton,
  type StoredPrintJob,
} from '#tests/e2e/support/station-store.ts'

export interface KeptMark {
  readonly side: number
  readonly page: number
  readonly revision: number
  readonly copy: number
  readonly zpl: string
  readonly png: string
  /** What two independent readers see on the label. */
  readonly code128: string
  readonly qr: string
}

export interface KeptCarton {
  readonly code: string
  readonly order: string
  readonly cartonNo: number
  readonly contents: StoredCarton['contents']
  readonly weight: number
  readonly marks: readonly KeptMark[]
}

const keepMark = async (job: StoredPrintJob, folder: string): Promise<KeptMark> => {
  const { cartonCode, side, page, revision, copy, state, bytes, sha256 } = job
  const name = `${cartonCode}-${side}-${page}`
  if (bytes === null || state !== 'confirmed') throw new Error(`mark ${name} is ${state}`)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`mark ${name}: the journal's bytes are not those it hashed`)
  }
  const { picture, bars, qr } = await readPrintedMark(bytes)
  if (bars !== cartonCode || !qr.startsWith(`LSC1;C=${cartonCode};`)) {
    throw new Error(`mark ${name} reads ${bars} and ${qr}`)
  }
  writeFileSync(join(folder, `${name}.zpl`), bytes)
  writeFileSync(join(folder, `${name}.png`), picture)
  return { side, page, revision, copy, zpl: `${name}.zpl`, png: `${name}.png`, code128: bars, qr }
}

/** Writes the bytes that went to the printer, and what another program makes of them, for every carton. */
export const keepMarks = async (home: string, folder: string): Promise<readonly KeptCarton[]> => {
  const jobs = storedPrintJobs(home)
  const kept: KeptCarton[] = []
  for (const { code, orderNo, cartonNo, contents, gross, state } of storedCartons(home)) {
    if (state === 'voided') continue
    if (state !== 'verified' || gross === null) throw new Error(`carton ${code} is ${state}`)
    const marks: KeptMark[] = []
    for (const job of jobs) {
      if (job.cartonCode === code) marks.push(await keepMark(job, folder))
    }
    kept.push({ code, order: orderNo, cartonNo, contents, weight: gross, marks })
  }
  return kept
}
