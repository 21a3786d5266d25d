declare module 'vitest' {
  interface ProvidedContext {
    /** How many cartons `npm run test:marks` prints; absent in `npm test`. */
    marks: number | undefined
  }
}

/** `npm test` prints the same labels every time; the long run prints others, or those that `LINKSTAR_MARKS` names. */
export const marksSeed = (isLong: boolean): number => {
  const wanted = process.env['LINKSTAR_MARKS']
  if (wanted !== undefined) return Number(wanted)
  return isLong ? Date.now() % 1_000_000_000 : 20_261_123
}
