import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'

const faces = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const

export interface SheetFont {
  readonly regular: Buffer
  readonly bold: Buffer
  /** The text with a question mark for what the font has no glyph for: names are for the eye, what counts is the code. */
  readonly printable: (text: string) => string
}

/** Reads Noto Sans SC, the font of the labels. */
export const loadSheetFont = (): SheetFont => {
  const { resolve } = createRequire(import.meta.url)
  const regular = readFileSync(resolve(faces.regular))
  const face = fontkit.create(regular)
  if (!('hasGlyphForCodePoint' in face)) throw new Error('the font file holds more than one font')
  return {
    regular,
    bold: readFileSync(resolve(faces.bold)),
    printable: (text) =>
      Array.from(text.replaceAll(/\s+/g, ' ').trim(), (character) =>
        face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '?',
      ).join(''),
  }
}
