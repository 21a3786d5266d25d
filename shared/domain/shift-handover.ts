import type { CartonCode } from './carton-code.ts'
import type { OrderNo } from './order.ts'
import type { PrintState } from './print-journal.ts'

export const handoverKinds = ['parked', 'queued', 'unverified', 'label'] as const
/**
 * Why a carton is handed over: put aside 挂箱, waiting for the scale 待称重, sealed and not scanned back, or nothing but
 * labels of which somebody has to say whether they came out.
 */
export type HandoverKind = (typeof handoverKinds)[number]

/** What the successor said of it; the last one has the highest `nth`. */
export type HandoverDecision =
  | { readonly kind: 'accepted'; readonly at: string; readonly nth: number }
  | { readonly kind: 'missing'; readonly reason: string; readonly at: string; readonly nth: number }

/** One carton, or one planned carton's marks, that the successor has to find. */
export interface HandoverItem {
  readonly code: CartonCode
  readonly orderNo: OrderNo
  readonly cartonNo: number
  readonly kind: HandoverKind
  /** That its current marks bear. */
  readonly revision: number
  /** The bars of an older mark read the same: only the QR tells. */
  readonly needsQr: boolean
  /** Labels that may have come out, or not. */
  readonly uncertain: number
  /** Labels that did not come out. */
  readonly failed: number
  /** ISO 8601 with offset. */
  readonly since: string
  readonly decision: HandoverDecision | null
}

export type HandoverScan =
  | { readonly kind: 'temporary'; readonly code: CartonCode }
  /** `revision` is null when the bars were scanned. */
  | { readonly kind: 'mark'; readonly code: CartonCode; readonly revision: number | null }

export type HandoverVerdict =
  | 'accepted'
  | 'already'
  | 'needs-temporary'
  | 'needs-mark'
  | 'needs-qr'
  | 'stale'

const hasTemporaryLabel = ({ kind }: HandoverItem): boolean =>
  kind === 'parked' || kind === 'queued'

/** What a scan means to the item it names: each is accepted by the label that proves it is there. */
export const judgeHandoverScan = (item: HandoverItem, scan: HandoverScan): HandoverVerdict => {
  if (hasTemporaryLabel(item)) {
    if (scan.kind !== 'temporary') return 'needs-temporary'
  } else {
    if (scan.kind !== 'mark') return 'needs-mark'
    if (scan.revision === null && item.needsQr) return 'needs-qr'
    if (scan.revision !== null && scan.revision !== item.revision) return 'stale'
  }
  return item.decision?.kind === 'accepted' ? 'already' : 'accepted'
}

/** The list with this word on one of its items; whatever was said of it before no longer counts. */
export const decide = (
  items: readonly HandoverItem[],
  code: CartonCode,
  said: { readonly reason: string | null; readonly at: string },
): readonly HandoverItem[] => {
  const nth = Math.max(0, ...items.map(({ decision }) => decision?.nth ?? 0)) + 1
  const { at, reason } = said
  const decision: HandoverDecision =
    reason === null ? { kind: 'accepted', at, nth } : { kind: 'missing', reason, at, nth }
  return items.map((item) => (item.code === code ? { ...item, decision } : item))
}

/** The item that was decided last; null when none was. */
export const lastDecided = (items: readonly HandoverItem[]): HandoverItem | null =>
  items
    .filter(({ decision }) => decision !== null)
    .toSorted((one, other) => (other.decision?.nth ?? 0) - (one.decision?.nth ?? 0))[0] ?? null

export const takeBack = (
  items: readonly HandoverItem[],
  code: CartonCode,
): readonly HandoverItem[] =>
  items.map((item) => (item.code === code ? { ...item, decision: null } : item))

/** How many items nobody has accepted or missed yet. */
export const undecided = (items: readonly HandoverItem[]): number =>
  items.filter(({ decision }) => decision === null).length

/**
 * The list as things stand now. What was on it stays until somebody says where it is: a label may have come out since,
 * but it still has to be found.
 */
export const renewed = (
  items: readonly HandoverItem[],
  found: readonly HandoverItem[],
): readonly HandoverItem[] => {
  const now = new Map(found.map((item) => [item.code, item]))
  const known = new Set(items.map(({ code }) => code))
  return [
    ...items.map((item) => {
      const fresh = now.get(item.code)
      return fresh === undefined
        ? { ...item, uncertain: 0, failed: 0 }
        : { ...fresh, since: item.since, decision: item.decision }
    }),
    ...found.filter(({ code }) => !known.has(code)),
  ]
}

interface LabelJob {
  readonly side: number
  readonly page: number
  readonly copy: number
  readonly state: PrintState
}

/** Labels of one carton revision that somebody has to see to. A copy takes the place of what it copies; a label that was scanned back is there. */
export const labelTroubles = (
  jobs: readonly LabelJob[],
): { readonly uncertain: number; readonly failed: number } => {
  let uncertain = 0
  let failed = 0
  for (const group of Map.groupBy(jobs, ({ side, page }) => `${side}/${page}`).values()) {
    if (group.some(({ state }) => state === 'confirmed')) continue
    const latest = group.toSorted((one, other) => other.copy - one.copy)[0]
    if (latest?.state === 'uncertain') uncertain += 1
    if (latest?.state === 'failed') failed += 1
  }
  return { uncertain, failed }
}
