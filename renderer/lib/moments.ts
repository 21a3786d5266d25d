import { clockTime, daysAway, minutesSince, monthDay } from './format.ts'
import { sentence, type Sentence } from './i18n/sentence.ts'

/** By when an order must be done, and whether that is pressing. */
export const dueSentence = (
  iso: string,
  now: Date,
): { readonly sentence: Sentence; readonly tone: 'plain' | 'warn' | 'bad' } => {
  const away = daysAway(iso, now)
  const time = clockTime(iso)
  if (away === null) return { sentence: sentence('due.unknown'), tone: 'plain' }
  if (new Date(iso).getTime() < now.getTime()) {
    return {
      sentence:
        away === 0
          ? sentence('due.late', { time })
          : sentence('due.lateDay', { day: monthDay(iso) }),
      tone: 'bad',
    }
  }
  if (away === 0) return { sentence: sentence('due.today', { time }), tone: 'warn' }
  if (away === 1) return { sentence: sentence('due.tomorrow', { time }), tone: 'plain' }
  return { sentence: sentence('due.day', { day: monthDay(iso), time }), tone: 'plain' }
}

/** How long something has lasted: minutes, then hours, then days. */
export const lasted = (iso: string, now: Date): Sentence => {
  const minutes = minutesSince(iso, now)
  if (minutes < 1) return sentence('time.moment')
  if (minutes < 60) return sentence('time.minutes', { count: minutes })
  if (minutes < 48 * 60) return sentence('time.hours', { count: Math.floor(minutes / 60) })
  return sentence('time.days', { count: Math.floor(minutes / 1440) })
}
