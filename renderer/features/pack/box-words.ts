import type { BenchCarton, BoxChoicesView } from '#shared/contract/views.ts'
import { aboutKilograms, plainKilograms } from '#renderer/lib/format.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'

/** From this share of its inside on, a carton has no room for much more; in per cent. */
const nearlyFull = 80

const cm = (millimetres: number): string => (millimetres / 10).toFixed(0)

/** What is to be said of the box of the carton in hand; null while all is well. */
export const boxLine = (
  carton: Pick<BenchCarton, 'boxType' | 'chargeable' | 'suggestedBox' | 'filled'>,
): Sentence | null => {
  const { boxType, chargeable, suggestedBox, filled } = carton
  if (suggestedBox?.why === 'cheaper') {
    return sentence('weight.cheaperBox', {
      box: suggestedBox.id,
      now: aboutKilograms(chargeable),
      less: aboutKilograms(suggestedBox.chargeable),
    })
  }
  if (suggestedBox?.why === 'room') {
    return sentence('weight.roomBox', { box: suggestedBox.id, own: boxType.id })
  }
  if (filled > 100) return sentence('weight.overfull', { percent: filled })
  return filled >= nearlyFull ? sentence('weight.nearlyFull', { percent: filled }) : null
}

/** How a box type would do. */
export const choiceWords = ({
  chargeable,
  obstacle,
}: Pick<BoxChoicesView['choices'][number], 'chargeable' | 'obstacle'>): Sentence => {
  switch (obstacle?.kind) {
    case undefined:
      return sentence('box.holds', { kg: aboutKilograms(chargeable) })
    case 'too-large':
      return sentence('box.too-large', { actual: cm(obstacle.actual), max: cm(obstacle.max) })
    case 'too-long':
      return sentence('box.too-long', { longest: cm(obstacle.longest) })
    case 'too-heavy':
      return sentence('box.too-heavy', {
        gross: aboutKilograms(obstacle.gross),
        max: plainKilograms(obstacle.max),
      })
    case 'too-full':
      return sentence(obstacle.share > 100 ? 'box.too-full' : 'box.unsure', {
        share: obstacle.share,
      })
  }
}
