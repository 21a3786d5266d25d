import { createRequire } from 'node:module'

/** What the benchmark uses of zpl-image, after its README: the package has no types of its own. */
interface ZplImage {
  /** @param options a pixel prints that is darker than `black` per cent of white */
  rgbaToZ64(
    rgba: Uint8ClampedArray,
    width: number,
    options: { readonly black: number; readonly notrim: boolean },
  ): {
    /** Bytes before they were packed, and bytes of one row. */
    readonly length: number
    readonly rowlen: number
    readonly z64: string
  }
}

const require = createRequire(import.meta.url)

export const zplImage = require('zpl-image') as ZplImage
