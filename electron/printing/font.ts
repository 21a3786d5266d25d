import { GlobalFonts, createCanvas } from '@napi-rs/canvas'
import * as fontkit from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { sep } from 'node:path'
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

/** Code points that a font file has glyphs for. Of its ten megabytes nothing else is kept. */
const glyphsOf = (file: string): ReadonlySet<number> => {
  const face = fontkit.create(readFileSync(file))
  if (!('hasGlyphForCodePoint' in face)) throw new Error(`${file} holds more than one font`)
  return new Set(face.characterSet.filter((codePoint) => face.hasGlyphForCodePoint(codePoint)))
}

const loadFace = (weight: FontWeight): ReadonlySet<number> => {
  const file = createRequire(import.meta.url).resolve(faces[weight])
  // By its path, so that the system reads what is drawn, as often as it likes; what is not Node finds it beside the archive.
  const onDisk = file.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`)
  if (GlobalFonts.registerFromPath(onDisk, families[weight]) === null) {
    throw new Error(`cannot load ${onDisk}`)
  }
  return glyphsOf(file)
}

/** Loads Noto Sans SC, regular and bold: about 150 ms, once a worker. */
export const loadMarkFont = (): MarkFont => {
  const glyphs = { regular: loadFace('regular'), bold: loadFace('bold') }
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
        if (!glyphs[weight].has(character.codePointAt(0) ?? 0)) return character
      }
      return null
    },
  }
}
