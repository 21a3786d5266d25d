import type { PrinterConfigView, PrinterSetupView } from '#shared/contract/printer-views.ts'

/** A printer while it is typed: whatever stands in the fields. */
export interface PrinterDraft extends Pick<PrinterConfigView, 'language' | 'dpi' | 'media'> {
  /** Of the printer that is changed; null for a new one. */
  readonly id: string | null
  readonly name: string
  readonly address: string
  readonly offsetX: string
  readonly offsetY: string
  readonly speed: string
  readonly darkness: string
  readonly forMarks: boolean
}

export type DraftField = 'name' | 'address' | 'offsetX' | 'offsetY' | 'speed' | 'darkness'

const empty: PrinterDraft = {
  id: null,
  name: '',
  address: 'tcp://',
  language: 'zpl',
  dpi: 203,
  media: '100x150',
  offsetX: '0',
  offsetY: '0',
  speed: '',
  darkness: '',
  forMarks: false,
}

const textOf = (value: number | null): string => (value === null ? '' : String(value))

/** @param id null for a new printer */
export const draftOf = (setup: PrinterSetupView, id: string | null): PrinterDraft => {
  const printer = setup.printers.find((each) => each.id === id)
  if (printer === undefined) return { ...empty, forMarks: setup.printers.length === 0 }
  const { name, address, language, dpi, media, offset, speed, darkness } = printer
  return {
    id: printer.id,
    name,
    address,
    language,
    dpi,
    media,
    offsetX: String(offset.x),
    offsetY: String(offset.y),
    speed: textOf(speed),
    darkness: textOf(darkness),
    forMarks: setup.defaultPrinter === printer.id,
  }
}

const numberIn = (text: string, pattern: RegExp): number | undefined =>
  pattern.test(text.trim()) ? Number(text) : undefined

/** Empty leaves it to the printer. */
const optional = (text: string, pattern: RegExp): number | null | undefined =>
  text.trim() === '' ? null : numberIn(text, pattern)

const dots = /^-?\d{1,3}$/
const inches = /^\d{1,2}(\.\d)?$/
const level = /^-?\d{1,2}$/

/** An id that no printer has: ids stay, names may change. */
const freshId = (setup: PrinterSetupView): string => {
  const taken = new Set(setup.printers.map(({ id }) => id))
  for (let number = 1; ; number += 1) {
    const id = `printer-${number}`
    if (!taken.has(id)) return id
  }
}

export type ReadDraft =
  | { readonly ok: true; readonly printer: PrinterConfigView }
  /** The field that must be put right first. */
  | { readonly ok: false; readonly field: DraftField }

export const readDraft = (setup: PrinterSetupView, draft: PrinterDraft): ReadDraft => {
  const fault = (field: DraftField): ReadDraft => ({ ok: false, field })
  const name = draft.name.trim()
  const address = draft.address.trim()
  const x = numberIn(draft.offsetX, dots)
  const y = numberIn(draft.offsetY, dots)
  const speed = optional(draft.speed, inches)
  const darkness = optional(draft.darkness, level)
  if (name === '') return fault('name')
  if (address === '' || address === empty.address) return fault('address')
  if (x === undefined) return fault('offsetX')
  if (y === undefined) return fault('offsetY')
  if (speed === undefined) return fault('speed')
  if (darkness === undefined) return fault('darkness')
  const { language, dpi, media } = draft
  const id = draft.id ?? freshId(setup)
  return {
    ok: true,
    printer: { id, name, address, language, dpi, media, offset: { x, y }, speed, darkness },
  }
}
