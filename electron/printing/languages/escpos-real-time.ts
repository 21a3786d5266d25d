const dle = 0x10
const enq = 0x05
const dc4 = 0x14

/**
 * Whether a printer would obey a real-time command in these bytes. It looks for them before it knows what it reads, in
 * the dots of a picture too: ESC/POS Command Reference, Epson. `DLE ENQ` can clear its buffer, `DLE DC4` open a drawer
 * or turn it off; `DLE EOT` only asks it for its status, and whoever sends reads what comes back.
 */
export const hasRealTimeCommand = (bytes: Uint8Array): boolean => {
  for (let at = bytes.indexOf(dle); at >= 0; at = bytes.indexOf(dle, at + 1)) {
    const [command, parameter = 0xff] = [bytes[at + 1], bytes[at + 2]]
    if (command === enq && parameter <= 2) return true
    if (command === dc4 && parameter >= 1 && parameter <= 8) return true
  }
  return false
}
