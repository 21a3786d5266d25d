import { describe, expect, it } from 'vitest'
import type { OrderReportView } from '#shared/contract/order-views.ts'
import { hinderSentence, reportStage, shortLines } from './presentation.ts'

const line = { lineNo: 1, sku: 'A', nameZh: '甲', nameEn: 'A', shortReason: null }
const report: OrderReportView = {
  orderNo: 'BH-1',
  exceptions: [],
  status: 'packing',
  lines: [
    { ...line, ordered: 5, packed: 5 },
    { ...line, lineNo: 2, sku: 'B', ordered: 5, packed: 3 },
  ],
  cartons: { open: 0, parked: 0, sealed: 0, marked: 0, verified: 1, voided: 0 },
  hinders: [],
  closedAt: null,
  declaredAt: null,
  declarationTaken: false,
  declarationRefused: null,
}

describe('an order report', () => {
  it('asks a reason for what is short only', () => {
    expect(shortLines(report).map(({ sku }) => sku)).toEqual(['B'])
  })

  it('names what hinders closing', () => {
    const hinder = { kind: 'carton-unfinished', cartonNo: 7, cartonCode: null, sku: null, units: 0 }
    expect(hinderSentence({ ...hinder, kind: 'carton-unfinished' })).toEqual({
      key: 'hinder.carton-unfinished',
      values: { no: 7 },
    })
  })

  it('leads from closing over declaring to the answer, and back after a refusal', () => {
    const closedAt = '2026-11-24T07:00:00+08:00'
    const closed = { ...report, status: 'closed', closedAt } as const
    expect(reportStage(report).act).toBe('close')
    expect(reportStage(closed).act).toBe('declare')
    const declared = { ...closed, status: 'declared' } as const
    expect(reportStage(declared)).toMatchObject({ act: null, said: { key: 'report.declaredText' } })
    expect(reportStage({ ...declared, declarationTaken: true })).toMatchObject({
      act: null,
      said: { key: 'report.takenText' },
    })
    const declarationRefused = { code: 'declaration-differs', message: '' }
    expect(reportStage({ ...closed, declarationRefused })).toMatchObject({
      act: 'declare',
      said: { values: { reason: { key: 'serverCode.declaration-differs' } } },
    })
  })

  it('leaves the declaration to whoever closed the order', () => {
    expect(reportStage({ ...report, status: 'closed' })).toEqual({
      act: null,
      said: { key: 'report.elsewhereText', values: {} },
    })
  })
})
