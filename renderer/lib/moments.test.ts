import { describe, expect, it } from 'vitest'
import { dueSentence, lasted } from './moments.ts'

/** Local time of this machine, as the screen shows it. */
const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 10, day, hour, minute)

describe('dueSentence', () => {
  const now = at(23, 15)
  const due = (date: Date) => {
    const { sentence, tone } = dueSentence(date.toISOString(), now)
    return [sentence.key, sentence.values, tone]
  }
  it('presses when it is today', () => {
    expect(due(at(23, 17, 30))).toEqual(['due.today', { time: '17:30' }, 'warn'])
  })
  it('is calm when it is later', () => {
    expect(due(at(24, 9))).toEqual(['due.tomorrow', { time: '09:00' }, 'plain'])
    expect(due(at(30, 9))).toEqual(['due.day', { day: '11-30', time: '09:00' }, 'plain'])
  })
  it('says when it is over', () => {
    expect(due(at(23, 14))).toEqual(['due.late', { time: '14:00' }, 'bad'])
    expect(due(at(21, 14))).toEqual(['due.lateDay', { day: '11-21' }, 'bad'])
  })
  it('does not fail on a broken time', () => {
    expect(dueSentence('soon', now).sentence.key).toBe('due.unknown')
  })
})

describe('lasted', () => {
  const now = at(23, 15)
  it('counts minutes, then hours, then days; what has only begun, or will, has lasted no minute', () => {
    expect(lasted(at(23, 14, 18).toISOString(), now)).toMatchObject({
      key: 'time.minutes',
      values: { count: 42 },
    })
    expect(lasted(at(23, 9).toISOString(), now)).toMatchObject({
      key: 'time.hours',
      values: { count: 6 },
    })
    expect(lasted(at(19, 9).toISOString(), now)).toMatchObject({
      key: 'time.days',
      values: { count: 4 },
    })
    for (const begun of [at(23, 15), at(24, 9)]) {
      expect(lasted(begun.toISOString(), now).key).toBe('time.moment')
    }
  })
})
