/** Remainders of one byte by x^16 + x^12 + x^5 + 1. */
const remainders = Uint16Array.from({ length: 256 }, (_none, byte) => {
  let rest = byte << 8
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 0x8000 ? (rest << 1) ^ 0x1021 : rest << 1
  return rest
})

/** CRC-16/XMODEM over ASCII text, in four hex digits, as Zebra's `:Z64:` wants it. */
export const zebraCrc = (text: string): string => {
  let crc = 0
  for (let index = 0; index < text.length; index += 1) {
    const remainder = remainders[(crc >> 8) ^ (text.charCodeAt(index) & 0xff)] ?? 0
    crc = ((crc << 8) & 0xffff) ^ remainder
  }
  return crc.toString(16).padStart(4, '0')
}
