const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The first `length` characters of the RFC 4648 base32 of `bytes`, without padding. */
export const base32 = (bytes: Uint8Array, length: number): string => {
  let text = ''
  let pending = 0
  let bits = 0
  for (const byte of bytes) {
    pending = (pending << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += alphabet.charAt((pending >> bits) & 31)
    }
    pending &= (1 << bits) - 1
  }
  if (bits > 0 && text.length < length) text += alphabet.charAt((pending << (5 - bits)) & 31)
  return text
}
