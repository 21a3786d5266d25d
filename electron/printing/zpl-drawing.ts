import { createRequire } from 'node:module'

interface ZplRenderer {
  readonly ready: Promise<{
    readonly api: {
      readonly zplToBase64Async: (
        zpl: string,
        widthMm: number,
        heightMm: number,
        dotsPerMm: number,
      ) => Promise<string>
    }
  }>
}

// Required, not imported: its module build is no ES module to Node.
const loadRenderer = (): ZplRenderer => createRequire(import.meta.url)('zpl-renderer-js')

/** Draws ZPL as a printer would and gives the PNG, by a renderer that others wrote. */
export const createZplDrawing = async () => {
  const { api } = await loadRenderer().ready
  return async (
    zpl: Uint8Array,
    media: { width: number; height: number; dotsPerMm: number },
  ): Promise<Uint8Array> => {
    const text = Buffer.from(zpl).toString('latin1')
    return Buffer.from(
      await api.zplToBase64Async(text, media.width, media.height, media.dotsPerMm),
      'base64',
    )
  }
}
