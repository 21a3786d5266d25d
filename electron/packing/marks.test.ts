import { describe, expect, it } from 'vitest'
import type { PrintState } from '#shared/domain/print-journal.ts'
import type { LabelView } from '#shared/contract/views.ts'
import { labelProgress } from './marks.ts'

let jobId = 0
const job = (side: 1 | 2, state: PrintState, copy = 0): LabelView => ({
  jobId: (jobId += 1),
  side,
  page: 1,
  copy,
  revision: 1,
  state,
  problem: null,
})

describe('the progress of a mark set', () => {
  it('counts places on the carton, not sheets of paper', () => {
    const progress = labelProgress([job(1, 'sent'), job(1, 'sent', 1), job(2, 'sent')])
    expect(progress).toMatchObject({ total: 2, confirmed: 0, printed: true })
  })

  it('offers the newest copy of the first open place for scan-back', () => {
    const copy = job(1, 'sent', 1)
    expect(labelProgress([job(1, 'uncertain'), copy, job(2, 'sent')]).next).toEqual({
      jobId: copy.jobId,
    })
  })

  it('goes on to the next place once one is confirmed', () => {
    const second = job(2, 'sent')
    expect(labelProgress([job(1, 'confirmed'), second])).toEqual({
      total: 2,
      confirmed: 1,
      printed: true,
      next: { jobId: second.jobId },
    })
  })

  it('is not printed while a label is uncertain, but takes its scan if it came out', () => {
    const progress = labelProgress([job(1, 'uncertain'), job(2, 'sent')])
    expect(progress.printed).toBe(false)
    expect(progress.next).not.toBeNull()
  })

  it.each<PrintState>(['allocated', 'rendered', 'sending', 'failed'])(
    'takes no scan of a label that is %s',
    (state) => {
      expect(labelProgress([job(1, state), job(2, state)])).toMatchObject({
        printed: false,
        next: null,
      })
    },
  )

  it('is empty, not complete, for a carton without labels', () => {
    expect(labelProgress([])).toEqual({ total: 0, confirmed: 0, printed: false, next: null })
  })
})
