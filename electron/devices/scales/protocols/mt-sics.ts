import { figureGrams } from '#shared/domain/scale-weight.ts'
import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import { createLineParser } from './lines.ts'
import type { ScaleProtocol } from './protocol.ts'

const weight = /^S ([SD]) +([+-]?[\d.]+) (mg|g|kg|t|oz|lb)$/
const tare = /^TA? [AS] +([+-]?[\d.]+) (mg|g|kg|t|oz|lb)$/
/** Answers to commands, and errors: nothing about what stands on the platform. */
const other = /^(TA? [IL+-]|Z [A+I-]|ZI [SDI+-]|E[SLT]|I4 A ".*")$/

const createSicsParser = () => {
  /** A weight is net while something is tared; the weight itself does not say so. */
  let isTared = false

  const read = (line: string): readonly ScaleReport[] | null => {
    const [, state, figure = '', unit = ''] = weight.exec(line) ?? []
    if (state !== undefined) {
      const grams = figureGrams(figure, unit)
      return grams === null
        ? null
        : [{ kind: 'weight', grams, stable: state === 'S', net: isTared }]
    }
    const [, tared, tareUnit = ''] = tare.exec(line) ?? []
    if (tared !== undefined) {
      isTared = figureGrams(tared, tareUnit) !== 0
      return []
    }
    switch (line) {
      case 'S +':
        return [{ kind: 'overload' }]
      case 'S -':
        return [{ kind: 'underload' }]
      case 'S I':
        // Not executable now: the balance is busy.
        return [{ kind: 'motion' }]
      case 'Z A':
        isTared = false
        return []
      default:
        return other.test(line) ? [] : null
    }
  }
  return createLineParser(read)
}

/** Mettler Toledo Standard Interface Command Set, levels 0 and 1 (MT-SICS reference manual). No hardware has confirmed it here. */
export const mtSics: ScaleProtocol = {
  id: 'mt-sics',
  createParser: createSicsParser,
  // Now and then what is tared: a net weight must never be taken for a gross one.
  asks: ['TA\r\n', 'SI\r\n', 'SI\r\n', 'SI\r\n', 'SI\r\n'],
  tare: 'T\r\n',
  zero: 'Z\r\n',
}
