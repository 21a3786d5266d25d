// Noto Sans SC: hanzi reach 0.88 em above the baseline and 0.12 em below it, Latin descenders 0.25 em.

/** Height of a line box, in em. */
export const lineHeight = 1.2
/** Baseline below the top of the line box, in em. */
export const lineBaseline = 0.95
