import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = import.meta.dirname
const tokens = readFileSync(join(folder, 'tokens.css'), 'utf8')

const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

const valueOf = (token: string, theme: Theme): string => {
  const plain = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(tokens)?.[1]
  const both = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(
    tokens,
  )
  const value = plain ?? both?.[theme === 'light' ? 1 : 2]
  if (value === undefined) throw new Error(`no colour --${token}`)
  return value
}

/** Relative luminance of WCAG 2.2. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on what lies under it. */
const textPairs = [
  ['ink', ['paper', 'card', 'raised', 'brand-wash', 'ok-wash', 'warn-wash', 'bad-wash', 'track']],
  ['ink-2', ['paper', 'card', 'raised', 'brand-wash', 'ok-wash', 'warn-wash', 'bad-wash', 'track']],
  ['brand', ['card', 'raised', 'brand-wash', 'paper']],
  ['ok', ['card', 'ok-wash', 'paper']],
  ['warn', ['card', 'warn-wash', 'paper', 'brand-wash']],
  ['bad', ['card', 'bad-wash', 'paper', 'brand-wash']],
  ['on-fill', ['ok-fill', 'bad-fill', 'brand-fill']],
  ['on-fill-2', ['ok-fill', 'bad-fill']],
  ['on-warn', ['warn-fill']],
  ['on-warn-2', ['warn-fill']],
  ['on-training', ['training']],
] as const

/** Signs, bars and outlines that carry meaning. */
const signPairs = [
  ['edge', ['card', 'paper', 'raised']],
  ['focus', ['card', 'paper', 'raised']],
  ['brand-fill', ['card']],
  ['bar-ok', ['card']],
  ['bar-warn', ['card']],
  ['bad', ['track']],
  ['brand', ['track']],
] as const

const cases = (pairs: typeof textPairs | typeof signPairs) =>
  themes.flatMap((theme) =>
    pairs.flatMap(([front, backs]) => backs.map((back) => ({ theme, front, back }))),
  )

describe('colours', () => {
  it.each(cases(textPairs))('$front is readable on $back ($theme)', ({ theme, front, back }) => {
    expect(contrast(valueOf(front, theme), valueOf(back, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(cases(signPairs))('$front is visible on $back ($theme)', ({ theme, front, back }) => {
    expect(contrast(valueOf(front, theme), valueOf(back, theme))).toBeGreaterThanOrEqual(3)
  })

  it('tells the three verdicts apart by lightness too: amber is far brighter than green and red', () => {
    for (const theme of themes) {
      for (const other of ['ok-fill', 'bad-fill'] as const) {
        expect(contrast(valueOf('warn-fill', theme), valueOf(other, theme))).toBeGreaterThan(2.5)
      }
    }
  })

  it('are all judged here, but for lines and veils that carry no meaning', () => {
    const named = [...tokens.matchAll(/--([a-z0-9-]+): (?:light-dark\(|#|rgb\()/g)].map(
      (match) => match[1],
    )
    const judged = new Set<string>(
      [...textPairs, ...signPairs].flatMap(([front, backs]) => [front, ...backs]),
    )
    const decorative = new Set(['line', 'veil', 'veil-warn', 'shade'])
    expect(named.filter((name) => !judged.has(name ?? '') && !decorative.has(name ?? ''))).toEqual(
      [],
    )
  })

  it('are used by name everywhere', () => {
    const files = readdirSync(join(folder, '..'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.module.css'))
      .map((file) => readFileSync(join(folder, '..', file), 'utf8'))
    expect(files.length).toBeGreaterThan(30)
    const raw = files.flatMap(
      (css) => css.match(/(?:#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\()/g) ?? [],
    )
    expect(raw).toEqual([])
    const used = new Set(files.flatMap((css) => css.match(/var\(--[a-z0-9-]+\)/g) ?? []))
    const foreign = new Set(['--trigger-width'])
    const unknown = [...used]
      .map((use) => use.slice(4, -1))
      .filter((name) => !tokens.includes(`${name}:`) && !foreign.has(name))
    expect(unknown).toEqual([])
  })
})
