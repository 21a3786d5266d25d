import { figureGrams } from '#shared/domain/scale-weight.ts'
import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import { createLineParser } from './lines.ts'
import type { ScaleProtocol } from './protocol.ts'

/** Right-justified figure, unit, `?` while it moves, and a legend: gross, net, tare, preset tare. */
const printed = /^ *([+-]? *[\d.]+) +(mg|g|kg|t|lb|oz) *(\?)? *(B|G|N|NET|T|PT)?$/i

const read = (line: string): readonly ScaleReport[] | null => {
  const [, figure = '', unit, moving, legend = ''] = printed.exec(line.trimEnd()) ?? []
  if (unit === undefined) {
    // Answers to commands, and what the display shows when it cannot weigh.
    if (/^(OK!|ES)$/.test(line)) return []
    if (/^ *(-OL-|OL|Err8\.3) *$/i.test(line)) return [{ kind: 'overload' }]
    return /^ *(-UL-|UL|Err8\.4) *$/i.test(line) ? [{ kind: 'underload' }] : null
  }
  if (/^P?T$/i.test(legend)) return []
  const grams = figureGrams(figure, unit.toLowerCase())
  if (grams === null) return null
  return [{ kind: 'weight', grams, stable: moving === undefined, net: /^N/i.test(legend) }]
}

/** Ohaus Defender and Ranger: answers to `IP`, print at once (Defender 3000 manual, "RS232 interface"). No hardware has confirmed it here. */
export const ohaus: ScaleProtocol = {
  id: 'ohaus',
  createParser: () => createLineParser(read),
  asks: ['IP\r\n'],
  tare: 'T\r\n',
  zero: 'Z\r\n',
}
