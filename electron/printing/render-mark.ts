import { createHash } from 'node:crypto'
import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { LabelInput } from '#shared/domain/label-input.ts'
import { AppError } from '#shared/errors.ts'
import type { LabelDocument } from '#shared/label/document.ts'
import type { OutOfBounds } from '#shared/label/bounds.ts'
import { layOutLabel, type WrongMedia } from '#shared/label/lay-out-label.ts'
import { printableText } from '#shared/label/printable-text.ts'
import type { MarkFont } from './font.ts'
import type { LabelTarget, MarkDpi, MarkLanguage, RenderedLabel } from './label-renderer.ts'
import type { EncodeLabel } from './languages/encoder.ts'
import { encodeEscpos } from './languages/escpos.ts'
import { encodePng } from './languages/png.ts'
import { encodeTspl } from './languages/tspl.ts'
import { encodeZpl } from './languages/zpl.ts'
import { createRasterizer } from './raster.ts'
import { measureSymbol } from './symbols.ts'

const encoders: Readonly<Record<MarkLanguage, EncodeLabel>> = {
  zpl: encodeZpl,
  tspl: encodeTspl,
  escpos: encodeEscpos,
  png: encodePng,
}
/** Heads of "300 dpi" have 11.8 or 12 dots a millimetre: by the smaller number no label leaves the paper. */
const dotsPerMm: Readonly<Record<MarkDpi, number>> = { 203: 8, 300: 300 / 25.4 }

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text, 'utf8').digest()

const glyphMissing = (
  element: string,
  character: string,
  details: Record<string, string>,
): AppError => {
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return new AppError('glyph-missing', `${element}: the font has no ${codePoint}`, {
    details: { element, character, codePoint, ...details },
  })
}

/** Every name of the whole carton, so that all labels of a set fail alike and are helped by one decision. */
const checkNames = (mark: BoxMarkInput, font: MarkFont): void => {
  const found = mark.items.flatMap(({ sku, nameZh, nameEn }, index) => {
    if (mark.codeOnly?.includes(sku) === true) return []
    for (const [field, text] of Object.entries({ nameZh, nameEn })) {
      const character = font.missing(printableText(text), 'regular')
      if (character !== null) return [{ sku, element: `items[${index}].${field}`, character }]
    }
    return []
  })
  const [first] = found
  if (first === undefined) return
  const skus = found.map(({ sku }) => sku).join('\n')
  throw glyphMissing(first.element, first.character, { sku: first.sku, skus })
}

const checkTexts = (document: LabelDocument, font: MarkFont): void => {
  for (const element of document.elements) {
    if (element.kind !== 'text') continue
    const character = font.missing(element.text, element.weight)
    if (character !== null) throw glyphMissing(element.name, character, {})
  }
}

const refusal = (error: OutOfBounds | WrongMedia): AppError =>
  error.code === 'label-media'
    ? new AppError(error.code, `a ${error.kind} label is not for ${error.media}`, {
        details: { kind: error.kind, media: error.media },
      })
    : new AppError(error.code, `${error.element} leaves the printable area`, {
        details: { element: error.element },
      })

/** Lays out, rasters and encodes labels, synchronously: 10 to 40 ms each. Meant for a worker. */
export const createMarkRenderer = (font: MarkFont) => {
  const rasterize = createRasterizer(font)

  /** @throws AppError glyph-missing, label-out-of-bounds, label-media */
  const layOut = (
    input: LabelInput,
    { dpi, media }: Omit<LabelTarget, 'language'>,
  ): LabelDocument => {
    if (input.kind === 'box-mark') checkNames(input.mark, font)
    const tools = {
      measure: font.measure,
      symbol: measureSymbol,
      sha256,
      dotsPerMm: dotsPerMm[dpi],
    }
    const document = layOutLabel(input, media, tools)
    if (!document.ok) throw refusal(document.error)
    checkTexts(document.value, font)
    return document.value
  }

  return {
    layOut,
    render: (input: LabelInput, target: LabelTarget): RenderedLabel => {
      const density = dotsPerMm[target.dpi]
      const document = layOut(input, target)
      const bytes = encoders[target.language](document, density, rasterize, target.tuning)
      return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
  }
}
