import { createRequire } from 'node:module'
import type * as ZplRenderer from 'zpl-renderer-js'

// Required, not imported: Node 20 does not take its module build for an ES module.
const loadRenderer = (): typeof ZplRenderer =>
  createRequire(import.meta.url)('zpl-renderer-js') as typeof ZplRenderer

export interface DrawingMedia {
  /** In mm. */
  readonly width: number
  readonly height: number
  readonly dotsPerMm: number
}

/** Draws ZPL as a printer would and gives the PNG, by a renderer that others wrote. */
export const createZplDrawing = async (): Promise<
  (zpl: Uint8Array, media: DrawingMedia) => Promise<Uint8Array>
> => {
  const { api } = await loadRenderer().ready
  return async (zpl, { width, height, dotsPerMm }) => {
    const text = Buffer.from(zpl).toString('latin1')
    return Buffer.from(await api.zplToBase64Async(text, width, height, dotsPerMm), 'base64')
  }
}
