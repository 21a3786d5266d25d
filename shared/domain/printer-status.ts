/** What keeps a printer from printing, the most urgent first. */
export const printerTroubles = [
  'head-open',
  'cover-open',
  'paper-out',
  'ribbon-out',
  'jam',
  'cutter',
  'too-hot',
  'paused',
  'fault',
  'offline',
] as const
export type PrinterTrouble = (typeof printerTroubles)[number]

/** What a printer says of itself. Silence and rubbish are `unknown`: nobody may take them for well. */
export type PrinterStatus =
  | { readonly kind: 'ready' }
  | { readonly kind: 'trouble'; readonly troubles: readonly PrinterTrouble[] }
  | { readonly kind: 'unknown' }

export const unknownStatus: PrinterStatus = { kind: 'unknown' }

/** @param found each kind of trouble and whether the printer told of it */
export const statusOf = (
  found: Readonly<Partial<Record<PrinterTrouble, boolean>>>,
): PrinterStatus => {
  const troubles = printerTroubles.filter((trouble) => found[trouble] === true)
  return troubles.length === 0 ? { kind: 'ready' } : { kind: 'trouble', troubles }
}

/** What several answers of one printer say together: trouble in any of them is trouble. */
export const together = (answers: readonly PrinterStatus[]): PrinterStatus => {
  const told = new Set(
    answers.flatMap((status) => (status.kind === 'trouble' ? status.troubles : [])),
  )
  if (told.size > 0) {
    return { kind: 'trouble', troubles: printerTroubles.filter((trouble) => told.has(trouble)) }
  }
  return answers.some(({ kind }) => kind === 'ready') ? { kind: 'ready' } : unknownStatus
}
