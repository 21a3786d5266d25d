import type { ExceptionKind } from '#shared/domain/goods-exception.ts'
import type { BenchLine } from '#shared/contract/views.ts'
import type { BenchMirror } from './mirror.ts'

/** As many as are seen at once; more are found by their words. */
const most = 6

const missingOf = ({ progress }: BenchMirror, line: BenchLine): number =>
  Math.max(0, line.ordered - (progress.get(line.sku)?.packed ?? 0))

const inCartonOf = ({ progress }: BenchMirror, sku: string): number =>
  progress.get(sku)?.inCarton ?? 0

/** Lines that this may be about, the order of the order kept. */
export const exceptionLines = (
  mirror: BenchMirror,
  kind: ExceptionKind,
  words: string,
): readonly BenchLine[] => {
  const wanted = words.trim().toLowerCase()
  const isAbout = (line: BenchLine): boolean => {
    if (kind === 'short') return missingOf(mirror, line) > 0
    return kind !== 'put-back' || inCartonOf(mirror, line.sku) > 0
  }
  const isNamed = ({ sku, nameZh, nameEn, barcode }: BenchLine): boolean =>
    [sku, nameZh, nameEn, barcode].some((text) => text.toLowerCase().includes(wanted))
  return [...mirror.lines.values()].filter((line) => isAbout(line) && isNamed(line)).slice(0, most)
}

/** All that is missing is short; else it is about one unit. */
export const usualUnits = (mirror: BenchMirror, kind: ExceptionKind, sku: string): number => {
  const line = mirror.lines.get(sku)
  return kind === 'short' && line !== undefined ? missingOf(mirror, line) : 1
}
