// APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16: the directory at the end says how large each entry becomes.
const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22
const entryLength = 46
const longestComment = 0xffff

const endOf = (view: DataView): number => {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return -1
}

/**
 * How many bytes a zip inflates to, by its own directory; null when it is no zip that can be trusted.
 * The reader inflates no entry beyond what is said of it here, so that this is a true bound.
 */
export const inflatedSize = (bytes: Uint8Array): number | null => {
  if (bytes.length < endLength) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end < 0) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < entries; index += 1) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entrySignature) return null
    const packed = view.getUint32(at + 20, true)
    const inflated = view.getUint32(at + 24, true)
    // Nothing packed inflates to nothing said: its size would be open.
    if (inflated === 0 && packed > 2) return null
    total += Math.max(packed, inflated)
    at +=
      entryLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return total
}
