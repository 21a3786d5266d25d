import type { LabelDocument } from '#shared/label/document.ts'
import { code128Bars, qrModules } from '#electron/symbols/index.ts'
import { qrVersion } from './symbols.ts'

/** A black rectangle of a symbol in whole modules: x, y, width, height. Bars of a Code 128 are one module high. */
export type SymbolRun = readonly [number, number, number, number]

const barRuns = (data: string): readonly SymbolRun[] => {
  let x = 0
  return code128Bars(data).flatMap((width, index) => {
    const run: SymbolRun = [x, 0, width, 1]
    x += width
    return index % 2 === 0 ? [run] : []
  })
}

const qrRuns = (data: string): readonly SymbolRun[] => {
  const { side, dark } = qrModules(data, qrVersion(data))
  const runs: SymbolRun[] = []
  for (let y = 0; y < side; y += 1) {
    let begun: number | null = null
    for (let x = 0; x <= side; x += 1) {
      const isDark = x < side && dark[y * side + x] === true
      if (isDark) begun ??= x
      else if (begun !== null) {
        runs.push([begun, y, x - begun, 1])
        begun = null
      }
    }
  }
  return runs
}

/** The black modules of each symbol of a document, in the order the symbols stand in it. */
export const symbolRuns = (document: LabelDocument): readonly (readonly SymbolRun[])[] =>
  document.elements.flatMap((element) => {
    if (element.kind === 'qr') return [qrRuns(element.data)]
    return element.kind === 'code128' ? [barRuns(element.data)] : []
  })
