import type { Language } from '#shared/contract/views.ts'

/** Grams as kilograms: two decimals, three where the third counts. */
export const kilograms = (grams: number): string => (grams / 1000).toFixed(grams % 10 === 0 ? 2 : 3)

/** Kilograms rounded to 10 g: for what is computed, not weighed. */
export const aboutKilograms = (grams: number): string => (grams / 1000).toFixed(2)

/** A limit without needless zeros: 30, 31.5. */
export const plainKilograms = (grams: number): string => String(grams / 1000)

/** Outside dimensions in cm, as written on a carton. */
export const centimetres = (size: {
  readonly length: number
  readonly width: number
  readonly height: number
}): string => [size.length, size.width, size.height].map((side) => side / 10).join('×')

const pad = (value: number): string => String(value).padStart(2, '0')

/** Hours and minutes of an instant, in the bench's own time zone. */
export const clockTime = (iso: string): string => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '' : `${pad(date.getHours())}:${pad(date.getMinutes())}`
}

const dayOf = (date: Date): number =>
  Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000)

/** Whole days from today to the day of `iso`; null when it is no date. */
export const daysAway = (iso: string, now: Date): number | null => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? null : dayOf(date) - dayOf(now)
}

/** Month and day as both languages read them: 11-25. */
export const monthDay = (iso: string): string => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '' : `${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

/** Whole minutes since `iso`, never negative. */
export const minutesSince = (iso: string, now: Date): number => {
  const from = new Date(iso).getTime()
  return Number.isNaN(from) ? 0 : Math.max(0, Math.floor((now.getTime() - from) / 60_000))
}

/** The name in the packer's language; the other one when that is empty. */
export const localName = (language: Language, nameZh: string, nameEn: string): string => {
  const [first, second] = language === 'en' ? [nameEn, nameZh] : [nameZh, nameEn]
  return first.trim() === '' ? second : first
}

/** A long code by its ends: 6925…0318. */
export const shortCode = (code: string): string =>
  code.length <= 10 ? code : `${code.slice(0, 4)}…${code.slice(-4)}`
