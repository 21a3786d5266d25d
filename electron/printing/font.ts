import { GlobalFonts, createCanvas } from '@napi-rs/canvas'
import * as fontkit from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FontWeight, MeasureText } from '#shared/label/document.ts'

const faces = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const

// Not the font's own name, so that no font of the system is ever taken in its place.
const families = { regular: 'Linkstar Mark Regular', bold: 'Linkstar Mark Bold' } as const

/** The font of the labels, and what it can write. */
export interface MarkFont {
  readonly measure: MeasureText
  /** CSS font of a canvas; `size` in dots. */
  readonly css: (size: number, weight: FontWeight) => string
  /** The first character of `text` that the font has no glyph for. */
  readonly missing: (text: string, weight: FontWeight) => string | null
}

const loadFace = (weight: FontWeight): fontkit.Font => {
  const data = readFileSync(createRequire(import.meta.url).resolve(faces[weight]))
  if (GlobalFonts.register(data, families[weight]) === null)
    throw new Error(`cannot load ${faces[weight]}`)
  const face = fontkit.create(data)
  if (!('hasGlyphForCodePoint' in face))
    throw new Error(`${faces[weight]} holds more than one font`)
  return face
}

/** Loads Noto Sans SC, regular and bold: about 150 ms, once a worker. */
export const loadMarkFont = (): MarkFont => {
  const loaded = { regular: loadFace('regular'), bold: loadFace('bold') }
  const css: MarkFont['css'] = (size, weight) => `${size}px "${families[weight]}"`
  const ruler = createCanvas(1, 1).getContext('2d')
  // Widths grow in proportion to the size; a large one keeps them exact.
  const rulerSize = 1000
  return {
    css,
    measure: (text, size, weight) => {
      ruler.font = css(rulerSize, weight)
      return (ruler.measureText(text).width * size) / rulerSize
    },
    missing: (text, weight) => {
      for (const character of text) {
        if (!loaded[weight].hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character
      }
      return null
    },
  }
}
