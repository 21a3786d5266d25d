import { figureGrams } from '#shared/domain/scale-weight.ts'
import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import { createLineParser } from './lines.ts'
import type { ScaleProtocol } from './protocol.ts'

const reportsOf = (
  header: string,
  mode: string,
  figure: string,
  unit: string,
): readonly ScaleReport[] | null => {
  if (header === 'OL') return [{ kind: figure.trim().startsWith('-') ? 'underload' : 'overload' }]
  // TR shows what is tared, not what stands on the platform.
  if (mode === 'TR') return []
  const grams = figureGrams(figure, unit)
  if (grams === null) return null
  return [{ kind: 'weight', grams, stable: header === 'ST', net: mode === 'NT' }]
}

const and = /^(ST|US|OL),(GS|NT|TR),([+\- ][\d. E+]{7,9}) {0,2}(g|kg|t|lb|oz) ?$/

/** A&D: `ST,GS,+0012.35kg`, CR LF (AD-4401 and FG-K manuals, format 1). No hardware has confirmed it here. */
export const andScale: ScaleProtocol = {
  id: 'and',
  createParser: () =>
    createLineParser((line) => {
      const [, header, mode = '', figure = '', unit = ''] = and.exec(line) ?? []
      return header === undefined ? null : reportsOf(header, mode, figure, unit)
    }),
  asks: [],
  tare: 'MT\r\n',
  zero: 'MZ\r\n',
}

/** The number of the scale and its lamps may be any byte; bit 7 of the lamps is always set. */
const cas = /^(ST|US|OL),(GS|NT),[^]([\x80-\xFF]),([+\- ][\d. ]{7}) (kg|lb| g| t)$/

/** CAS, 22 bytes with CR LF (CI-200 manual, "22 bytes format"). No hardware has confirmed it here. */
export const casScale: ScaleProtocol = {
  id: 'cas',
  createParser: () =>
    createLineParser((line) => {
      const [, header, mode = '', , figure = '', unit = ''] = cas.exec(line) ?? []
      return header === undefined ? null : reportsOf(header, mode, figure, unit.trim())
    }),
  asks: [],
  tare: null,
  zero: null,
}
