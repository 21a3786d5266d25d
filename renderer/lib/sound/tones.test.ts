import { describe, expect, it } from 'vitest'
import { soundNames, sounds, type Tone } from './tones.ts'

const length = (tones: readonly Tone[]): number => Math.max(...tones.map(({ at, ms }) => at + ms))
const rhythm = (tones: readonly Tone[]): string =>
  tones.map(({ at, ms }) => `${at}+${ms}`).join(' ')
const pitch = (tones: readonly Tone[]): string =>
  tones.map(({ from, to }) => `${from}>${to}`).join(' ')

describe('sounds', () => {
  it('are all six listed', () => {
    expect(new Set(soundNames)).toEqual(new Set(Object.keys(sounds)))
  })
  it('differ in rhythm and in pitch, so that each is known by either', () => {
    const all = soundNames.map((name) => sounds[name])
    expect(new Set(all.map(rhythm)).size).toBe(all.length)
    expect(new Set(all.map(pitch)).size).toBe(all.length)
  })
  it('leave the loop its pace: an accepted scan is told in a tenth of a second, any other in a second', () => {
    expect(length(sounds.accepted)).toBeLessThanOrEqual(100)
    for (const name of soundNames) expect(length(sounds[name])).toBeLessThanOrEqual(1_000)
  })
  it('never clip', () => {
    for (const tone of soundNames.flatMap((name) => [...sounds[name]])) {
      expect(tone.gain).toBeGreaterThan(0)
      expect(tone.gain).toBeLessThanOrEqual(1)
    }
  })
})
