import type { LabelKind } from './label-input.ts'
import type { LabelMedia } from './label-media.ts'

export const printerLanguages = ['zpl', 'tspl', 'escpos'] as const
export type PrinterLanguage = (typeof printerLanguages)[number]

export const printerDpis = [203, 300] as const
export type PrinterDpi = (typeof printerDpis)[number]

/** A printer of the station's allow-list, as an administrator has set it up. */
export interface PrinterConfig {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly language: PrinterLanguage
  readonly dpi: PrinterDpi
  readonly media: LabelMedia
  /** Dots that everything is moved by: to the right and down, negative ones to the left and up. */
  readonly offset: { readonly x: number; readonly y: number }
  /** Inches a second; null leaves it to the printer. */
  readonly speed: number | null
  /** On the scale of its language; null leaves it to the printer. */
  readonly darkness: number | null
}

/** Values that a printer's command takes. */
export interface Scale {
  readonly least: number
  readonly most: number
  readonly step: number
}

/** What a language has a command for; a scale that is missing cannot be set in it. */
export interface TuningScales {
  readonly speed?: Scale
  readonly darkness?: Scale
}

/**
 * Speed in inches a second and darkness by language: `^PR` and `~SD` of the ZPL II Programming Guide, `SPEED` and
 * `DENSITY` of TSPL2; receipt printers have neither. A model that is slower takes its own fastest.
 */
export const tuningScales: Readonly<Record<PrinterLanguage, TuningScales>> = {
  zpl: {
    speed: { least: 1, most: 14, step: 1 },
    darkness: { least: 0, most: 30, step: 1 },
  },
  tspl: {
    speed: { least: 1, most: 18, step: 0.5 },
    darkness: { least: 0, most: 15, step: 1 },
  },
  escpos: {},
}

export const fitsScale = ({ least, most, step }: Scale, value: number): boolean =>
  value >= least && value <= most && Number.isInteger(value / step)

/** Labels that may have a printer of their own; without one they go where the box marks go. */
export const sideLabelKinds = ['pallet', 'unit', 'parking'] as const satisfies readonly LabelKind[]
export type SideLabelKind = (typeof sideLabelKinds)[number]

/** The printers that the station may use, and which of them prints what. */
export interface PrinterSettings {
  readonly printers: readonly PrinterConfig[]
  /** Prints box marks, and whatever has no printer of its own. */
  readonly defaultPrinter: string
  readonly labelPrinters: Readonly<Partial<Record<SideLabelKind, string>>>
}
