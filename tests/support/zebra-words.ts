const hostStatus = (paperOut: 0 | 1): string =>
  `\u0002030,${paperOut},0,1245,000,0,0,0,000,0,0,0\u0003\r\n\u0002001,0,0,0,1,2,6,0,00000000,1,000\u0003\r\n\u00021234,0\u0003\r\n`

/** What a Zebra that is well answers to `~HS`; it does not know `~HQES`. */
export const zebraWell = hostStatus(0)
/** What it answers when its roll has ended. */
export const zebraWithoutPaper = hostStatus(1)
