import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import { type Area, inset, type Pen } from '../pen.ts'
import { dutyWords, modeWords } from './words.ts'

/** Black strip: transport mode · service · duty terms. */
export const drawRoute = (pen: Pen, input: BoxMarkInput, area: Area): void => {
  pen.fill('route', area)
  const text = [modeWords[input.transportMode], input.service, dutyWords[input.dutyTerms]].join(
    '  ·  ',
  )
  pen.line('route.text', text, inset(area, 1.2, 0.3), {
    size: 4.8,
    floor: 1.8,
    weight: 'bold',
    align: 'center',
    inverse: true,
  })
}
