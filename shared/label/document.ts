/** A laid-out label: every element placed, in millimetres from the top left corner. Encoders and the preview draw it as it is. */
export interface LabelDocument {
  readonly width: number
  readonly height: number
  /** On an endless roll: there is no gap between two labels. */
  readonly endless?: true
  readonly elements: readonly LabelElement[]
}

export type LabelElement = TextElement | BoxElement | Code128Element | QrElement

interface Placed {
  /** For error messages: which part of the label this is, e.g. `items[3].name`. */
  readonly name: string
  readonly x: number
  readonly y: number
}

export type FontWeight = 'regular' | 'bold'

/** One line of text; `y` is the top of its line box. */
export interface TextElement extends Placed {
  readonly kind: 'text'
  readonly text: string
  /** Em size in mm. */
  readonly size: number
  readonly weight: FontWeight
  readonly width: number
  readonly height: number
  /** White on black. */
  readonly inverse?: boolean
}

/** A filled rectangle; rules are thin boxes. */
export interface BoxElement extends Placed {
  readonly kind: 'box'
  readonly width: number
  readonly height: number
}

export interface Code128Element extends Placed {
  readonly kind: 'code128'
  readonly data: string
  /** Whole printer dots of one module. */
  readonly moduleDots: number
  /** Modules wide without quiet zones. */
  readonly modules: number
  readonly width: number
  readonly height: number
}

export interface QrElement extends Placed {
  readonly kind: 'qr'
  readonly data: string
  readonly errorCorrection: 'M'
  readonly moduleDots: number
  /** Modules along one side without the quiet zone. */
  readonly modules: number
  readonly width: number
  readonly height: number
}

/** Width in mm of `text` at an em size of `size` mm. */
export type MeasureText = (text: string, size: number, weight: FontWeight) => number

/** Modules that a symbol needs, without quiet zones. */
export type MeasureSymbol = (kind: 'code128' | 'qr', data: string) => number
