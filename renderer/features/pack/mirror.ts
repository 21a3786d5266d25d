import type {
  BenchLine,
  BenchOrder,
  BenchSnapshot,
  BenchState,
  Language,
} from '#shared/contract/views.ts'
import { type LookAlikes, lookAlikesAmong } from '#shared/domain/look-alike.ts'
import { type Progress, progressOf, withLines } from './progress.ts'

/** What the renderer knows of the bench: a read-only copy of the main process's truth. */
export interface BenchMirror {
  readonly order: BenchOrder | null
  readonly state: BenchState
  /** The order's lines by SKU. */
  readonly lines: ReadonlyMap<string, BenchLine>
  readonly progress: Progress
  /** Which goods of the order look like which, by their names in each language. */
  readonly lookAlikes: Readonly<Record<Language, LookAlikes>>
}

const lookAlikesOf = (lines: readonly BenchLine[]): BenchMirror['lookAlikes'] => ({
  'zh-CN': lookAlikesAmong(lines.map(({ sku, nameZh: name }) => ({ sku, name }))),
  en: lookAlikesAmong(lines.map(({ sku, nameEn: name }) => ({ sku, name }))),
})

export const fromSnapshot = ({ order, state }: BenchSnapshot): BenchMirror => ({
  order,
  state,
  lines: new Map(order?.lines.map((line) => [line.sku, line])),
  progress: progressOf(state.lines),
  lookAlikes: lookAlikesOf(order?.lines ?? []),
})

/** What an event means for a copy: it follows on, it is old news, or something in between was missed. */
export type Received =
  | { readonly kind: 'next'; readonly mirror: BenchMirror }
  | { readonly kind: 'old' }
  | { readonly kind: 'gap' }

/** Applies an event that carries only the lines changed since the one before it. */
export const receive = (mirror: BenchMirror, event: BenchState): Received => {
  if (event.rev <= mirror.state.rev) return { kind: 'old' }
  const sameOrder =
    event.orderNo === (mirror.order?.summary.orderNo ?? null) &&
    event.ordered === mirror.state.ordered
  if (event.rev !== mirror.state.rev + 1 || !sameOrder) return { kind: 'gap' }
  if (event.lines.length === 0) return { kind: 'next', mirror: { ...mirror, state: event } }
  const progress = withLines(mirror.progress, event.lines)
  return { kind: 'next', mirror: { ...mirror, state: event, progress } }
}
