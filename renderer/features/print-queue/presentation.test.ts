import { describe, expect, it } from 'vitest'
import type { PrintJobView } from '#shared/contract/printing-views.ts'
import { printStates } from '#shared/domain/print-journal.ts'
import {
  askedAbout,
  jobDeeds,
  jobNote,
  labelMarks,
  queueRows,
  replacedJobs,
  stateSentence,
  withdrawable,
} from './presentation.ts'

const job = (change: Partial<PrintJobView> = {}): PrintJobView => ({
  jobId: 1,
  side: 1,
  page: 1,
  copy: 0,
  revision: 1,
  state: 'sent',
  problem: null,
  orderNo: 'BH-1',
  cartonNo: 7,
  cartonCode: 'LS0003041187N',
  printerId: 'p1',
  age: null,
  reason: null,
  withdrawnReason: null,
  createdAt: '2026-11-23T09:30:12+08:00',
  changedAt: '2026-11-23T09:30:14+08:00',
  ...change,
})

const interrupted = {
  code: 'printer-interrupted',
  message: 'reset',
  details: { reason: 'ECONNRESET', address: 'tcp://h:9100' },
  retryable: false,
} as const

/** One label a state, each of a carton of its own. */
const everyState = (): readonly PrintJobView[] =>
  printStates.map((state, index) => job({ jobId: index + 1, cartonCode: `LS${index}`, state }))

describe('the labels of the queue', () => {
  it('stand in one group each, whatever their state', () => {
    const jobs = everyState()
    const { all, ...groups } = queueRows(jobs, 'all').counts
    expect(all).toBe(printStates.length)
    expect(groups).toEqual({ waiting: 3, hand: 2, out: 2, withdrawn: 1 })
    expect(queueRows(jobs, 'hand').shown.map(({ state }) => state)).toEqual(['uncertain', 'failed'])
  })

  it('need no hand once their carton has changed', () => {
    expect(queueRows([job({ state: 'failed', age: 'older-revision' })], 'all').counts.hand).toBe(0)
  })

  it('need no hand once a newer copy has their place', () => {
    const jobs = [job({ state: 'uncertain' }), job({ jobId: 2, copy: 1, state: 'allocated' })]
    expect([...replacedJobs(jobs)]).toEqual([1])
    expect(queueRows(jobs, 'all').counts).toMatchObject({ hand: 0, waiting: 1, out: 1 })
  })

  it('come with what needs a hand first, then in printing order, then the newest', () => {
    const states = ['sent', 'confirmed', 'uncertain', 'allocated', 'allocated'] as const
    const jobs = states.map((state, index) =>
      job({ jobId: index + 1, cartonCode: `LS${index}`, state }),
    )
    expect(queueRows(jobs, 'all').shown.map(({ jobId }) => jobId)).toEqual([3, 4, 5, 2, 1])
  })

  it('can be taken back only while no byte has left', () => {
    const jobs = everyState()
    expect(withdrawable(jobs)).toEqual([1, 2])
    expect(printStates.filter((state) => jobDeeds(job({ state })).withdraw)).toEqual([
      'allocated',
      'rendered',
      'failed',
    ])
  })

  it('can be printed again once they left or failed, and never when stale', () => {
    expect(printStates.filter((state) => jobDeeds(job({ state })).again)).toEqual([
      'sent',
      'confirmed',
      'uncertain',
      'failed',
      'withdrawn',
    ])
    expect(jobDeeds(job({ age: 'carton-voided' })).again).toBe(false)
  })
})

describe('the label that is asked about', () => {
  const lost = job({ jobId: 3, state: 'uncertain' })

  it('is the first of which nobody knows whether it came out', () => {
    expect(askedAbout([job(), lost, job({ jobId: 4, side: 2, state: 'uncertain' })])).toBe(lost)
  })

  it('is none once a copy takes its place, or once its carton has changed', () => {
    expect(askedAbout([lost, job({ jobId: 9, copy: 1, state: 'allocated' })])).toBeNull()
    expect(askedAbout([lost, job({ jobId: 9, side: 2, copy: 1 })])).toBe(lost)
    expect(askedAbout([job({ state: 'uncertain', age: 'carton-voided' })])).toBeNull()
  })
})

describe('the words of a label', () => {
  const held = { cause: 'packer', reason: '换纸', problem: null, since: '2026-11-23' } as const

  it('say that it waits for a held printer, and only for its own', () => {
    const printers = [{ id: 'p1', name: 'P1', hold: held, trouble: null }]
    expect(stateSentence(job({ state: 'allocated' }), printers).key).toBe('printing.state.held')
    expect(stateSentence(job({ state: 'sent' }), printers).key).toBe('printing.state.sent')
    expect(stateSentence(job({ state: 'rendered', printerId: 'p2' }), printers).key).toBe(
      'printing.state.rendered',
    )
  })

  it('say the remedy before the reason, and that a stale label comes off before both', () => {
    expect(jobNote(job(), false)).toBeNull()
    expect(jobNote(job({ reason: 'torn' }), false)?.said).toMatchObject({
      values: { reason: 'torn' },
    })
    expect(jobNote(job({ problem: interrupted, reason: 'torn' }), false)).toMatchObject({
      said: { key: 'error.printer-interrupted' },
      error: interrupted,
    })
    expect(jobNote(job({ problem: interrupted, age: 'carton-voided' }), false)?.said.key).toBe(
      'printing.age.carton-voided',
    )
  })

  it('say of a label with a newer copy what to do when it turns up after all', () => {
    const lost = job({ state: 'uncertain', problem: interrupted })
    expect(jobNote(lost, true)?.said.key).toBe('printing.replaced')
    expect(jobNote(job({ reason: 'torn' }), true)?.said.key).toBe('printing.because')
  })

  it('tell originals, copies, pages, planned marks and revisions apart', () => {
    const keys = (change: Partial<PrintJobView>) => labelMarks(job(change)).map(({ key }) => key)
    expect(keys({})).toEqual(['printing.original'])
    expect(keys({ page: 2, copy: 3, revision: 2 })).toEqual([
      'printing.page',
      'printing.copy',
      'printing.revision',
    ])
    expect(keys({ revision: 0 })).toEqual(['printing.original', 'printing.planned'])
  })
})
