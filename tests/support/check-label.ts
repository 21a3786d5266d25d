import { expect } from 'vitest'
import type { LabelInput } from '#shared/domain/label-input.ts'
import type { LabelMedia } from '#shared/domain/label-media.ts'
import { type LabelRenderer, type MarkDpi, markLanguages } from '#electron/printing/index.ts'
import { loadMarkFont } from '#electron/printing/font.ts'
import { createMarkRenderer } from '#electron/printing/render-mark.ts'
import { pictureOf, readByZbar, readByZxing } from './label-oracles.ts'
import { misplacedDots, printedBy } from './printed-by.ts'

const layouts = createMarkRenderer(loadMarkFont())

/**
 * Holds a label against programs of others, in every language: each printer puts every dot where the picture has it,
 * and two decoders read from what it draws exactly what the label was to say. Gives what was read, sorted.
 */
export const checkLabel = async (
  renderer: Pick<LabelRenderer, 'render'>,
  input: LabelInput,
  media: LabelMedia,
  dpi: MarkDpi,
): Promise<readonly string[]> => {
  const document = layouts.layOut(input, { dpi, media })
  const said = document.elements
    .flatMap((element) => ('data' in element ? [element.data] : []))
    .toSorted()
  const rendered = await Promise.all(
    markLanguages.map((language) => renderer.render(input, { language, dpi, media })),
  )
  const labels = new Map(markLanguages.map((language, index) => [language, rendered[index]!.bytes]))
  const png = labels.get('png')!
  const picture = await printedBy.png.print(png, document, dpi)
  // A process of its own: it reads while the others draw.
  const readings = [readByZbar(png)]
  expect(await readByZxing(png)).toEqual(said)
  for (const [language, bytes] of labels) {
    const oracle = printedBy[language]
    const printed = await oracle.print(bytes, document, dpi)
    const misplaced = misplacedDots(printed, oracle.due(picture), document, oracle, dpi)
    expect([language, misplaced]).toEqual([language, 0])
    // Dot for dot the picture, which is read already, unless the printer draws symbols of its own.
    if (!oracle.drawsQr) continue
    const drawn = pictureOf(printed)
    readings.push(readByZbar(drawn))
    expect(await readByZxing(drawn)).toEqual(said)
  }
  for (const read of await Promise.all(readings)) expect(read).toEqual(said)
  return said
}
