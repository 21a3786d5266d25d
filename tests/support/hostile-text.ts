import fc from 'fast-check'

// What a printer would obey, or stumble over, if it ever reached it as it stands.
const pieces = [
  // ZPL
  '^XA',
  '^XZ',
  '^XA^IDR:*.*^FS^XZ',
  '~JR',
  '~JA',
  '~DGR:X.GRF,1,1,FF',
  '^FS^FO0,0^GB800,1200,800^FS',
  '_5E',
  '_',
  '^',
  '~',
  '>;',
  '>5',
  // TSPL
  '"',
  '\\["]',
  '"\r\nPRINT 999\r\n',
  '\r\nSELFTEST\r\n',
  '\r\nCLS\r\nBITMAP 0,0,1,1,0,',
  '\r\n~!T\r\n',
  '\u001b!R',
  // ESC/POS
  '\u001b@',
  '\u001bp\u0000\u0019\u0019',
  '\u001dV\u0000',
  '\u001dv0\u0000\u0001\u0000\u0001\u0000x',
  '\u0010\u0004\u0001',
  '\u0010\u0014\u0001',
  '\u001c.',
  // Text that is no plain text
  '\u0000',
  '\u0007\b\t\n\u000b\f\r',
  '\u007f\u0085\u00a0',
  '\ud800',
  '\udfff',
  '📦👨‍👩‍👧',
  '\u202egnp.exe\u202c\u2066x\u2069',
  '\u200b\u200c\u200d\ufeff\u00ad',
  'e\u0301\u0489',
  '长'.repeat(200),
  'W'.repeat(10_000),
  ' ',
]

/** Text of whatever kind, with commands of every printer language in it. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

/** The same, of printable ASCII alone, of 1 to `most` characters: all that a symbol takes. */
export const hostileAscii = (most: number): fc.Arbitrary<string> =>
  hostileText
    .map((text) => text.replaceAll(/[^ -~]/g, '').slice(0, most))
    .filter((text) => text !== '')
