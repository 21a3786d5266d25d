import type { OrderReportView } from '#shared/contract/order-views.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { serverReasons } from '#renderer/lib/server-words.ts'

export const hinderSentence = (hinder: OrderReportView['hinders'][number]): Sentence => {
  const { kind, sku, units, cartonNo } = hinder
  if (kind === 'over-packed') return sentence('hinder.over-packed', { sku: sku ?? '', units })
  if (kind === 'carton-unfinished') {
    return sentence('hinder.carton-unfinished', { no: cartonNo ?? '' })
  }
  return sentence(`hinder.${kind}`)
}

/** Lines that need a reason before the order can be closed. */
export const shortLines = ({ lines }: OrderReportView): OrderReportView['lines'] =>
  lines.filter((line) => line.packed < line.ordered)

/** The usual reason that the exceptions of a line stand for; null where none says why it is short. */
export const notedReason = (
  { exceptions }: OrderReportView,
  sku: string,
): 'report.soldOut' | 'report.damaged' | null => {
  const kinds = new Set(exceptions.filter((each) => each.sku === sku).map(({ kind }) => kind))
  if (kinds.has('short')) return 'report.soldOut'
  return kinds.has('damaged') ? 'report.damaged' : null
}

/** Where the order stands, and which act is open: closing, declaring or none. */
export const reportStage = (
  report: OrderReportView,
): { readonly act: 'close' | 'declare' | null; readonly said: Sentence } => {
  const { status, closedAt, declarationTaken, declarationRefused } = report
  if (status === 'draft' || status === 'packing') {
    return { act: 'close', said: sentence('report.closeText') }
  }
  if (status === 'accepted') return { act: null, said: sentence('report.acceptedText') }
  if (status === 'declared') {
    const said = declarationTaken ? 'report.takenText' : 'report.declaredText'
    return { act: null, said: sentence(said) }
  }
  if (status === 'cancelled') return { act: null, said: sentence('report.cancelledText') }
  if (closedAt === null) return { act: null, said: sentence('report.elsewhereText') }
  if (declarationRefused !== null) {
    const [reason = sentence('serverCode.other', { code: declarationRefused.code })] =
      serverReasons(declarationRefused.code)
    return { act: 'declare', said: sentence('report.refusedText', { reason }) }
  }
  return { act: 'declare', said: sentence('report.closedText') }
}
