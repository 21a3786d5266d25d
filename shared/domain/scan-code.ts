import type { CartonCode } from './carton-code.ts'

/** What the bytes of one scan are, before anybody asks what they mean for the open carton. */
export type ScanCode =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'carton-code'; readonly code: CartonCode }
  | { readonly kind: 'mark'; readonly mark: MarkRead }
  /** Looks like a carton code or mark, but its check character, digest or shape is wrong. */
  | { readonly kind: 'broken-mark'; readonly text: string }
  /** Goods: candidates to look up, most exact first (UPC-A also as EAN-13 with a leading 0, GTIN-14 …). */
  | { readonly kind: 'goods'; readonly text: string; readonly candidates: readonly string[] }
  /** Nothing usable: empty, too long, or control characters only. `text` is cleaned and cut for display. */
  | { readonly kind: 'garbage'; readonly text: string }

/** What a box mark's QR says of its carton. */
export interface MarkRead {
  readonly code: CartonCode
  readonly orderNo: string
  readonly warehouse: string
  readonly cartonNo: number
  readonly revision: number
  readonly digest: string
}

export type Command =
  | { readonly name: 'done' }
  | { readonly name: 'undo' }
  | { readonly name: 'times'; readonly factor: number }
  | { readonly name: 'box'; readonly boxType: string }
  | { readonly name: 'reprint' }
  | { readonly name: 'acknowledge' }
  | { readonly name: 'unknown'; readonly text: string }

/** Longest scan that is looked at, in characters: a full box-mark QR holds 779. Longer ones are garbage. */
export const maxScanLength = 1024
