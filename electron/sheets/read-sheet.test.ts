import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { AppError } from '#shared/errors.ts'
import { asXlsx } from '#tests/support/order-sheets.ts'
import { largestFile, mostRows } from './grid.ts'
import { readSheet } from './read-sheet.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readSheet(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** Says another inflated size of every entry of a zip than it has. */
const claiming = (zip: Uint8Array, size: number): Uint8Array => {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 46; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return bytes
}

describe('a file', () => {
  it('is read by what it holds, whatever it is called', async () => {
    const grid = [[{ kind: 'text', text: '一' }], [null], [{ kind: 'text', text: '=1+1' }]]
    expect(await readSheet(await asXlsx([['一'], [null], ['=1+1']]))).toEqual(grid)
    expect(await readSheet(bytesOf('一\n\n=1+1\n'))).toEqual(grid)
    expect(await readSheet(bytesOf('\ufeff一\r\n\r\n"=1+1"\r\n\r\n'))).toEqual(grid)
  })

  it('of text may be cut by commas, semicolons or tabs, and quote all of them', async () => {
    for (const mark of [',', ';', '\t']) {
      const [row = []] = await readSheet(bytesOf(`a${mark}"b${mark}""c""\nd"${mark}\n`))
      expect(row.map((cell) => (cell?.kind === 'text' ? cell.text : null))).toEqual([
        'a',
        `b${mark}"c"\nd`,
        null,
      ])
    }
  })

  it('is the first sheet that is shown and holds something', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['hidden']], hidden: true },
        { name: 'b', rows: [] },
        { name: 'c', rows: [['seen']] },
      ],
    })
    expect(await readSheet(bytes)).toEqual([[{ kind: 'text', text: 'seen' }]])
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['an empty one', () => new Uint8Array(), 'sheet-empty'],
    ['one of blanks', () => bytesOf(' ,\t,\n,,\n'), 'sheet-empty'],
    ['an empty workbook', () => asXlsx([]), 'sheet-empty'],
    ['a quote that never ends', () => bytesOf('a,b\n1,"2\n3,4\n'), 'sheet-unreadable'],
    ['bytes that are no text', () => Uint8Array.of(0x61, 0xff, 0xff, 0x0a), 'sheet-encoding'],
    ['half a letter of UTF-16', () => Uint8Array.of(0xff, 0xfe, 0x00, 0xd8), 'sheet-encoding'],
    [
      'a zip that is cut off',
      async () => (await asXlsx([['a']])).slice(0, 400),
      'sheet-unreadable',
    ],
    ['a zip of something else', async () => claiming(await asXlsx([['a']]), 1), 'sheet-unreadable'],
    [
      'a zip that would fill the memory',
      async () => claiming(await asXlsx([['a']]), 4_000_000_000),
      'sheet-too-large',
    ],
    [
      'a zip that says nothing of its size',
      async () => claiming(await asXlsx([['a']]), 0),
      'sheet-unreadable',
    ],
    ['more than 10 MB', () => new Uint8Array(largestFile + 1), 'sheet-too-large'],
    [
      'a workbook of old Excel',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'sheet-old-format',
    ],
    [
      'a workbook with a password',
      () =>
        writeXlsx({
          sheets: [{ name: 'a', rows: [['b']] }],
          encryption: { password: 'x', spinCount: 1 },
        }),
      'sheet-locked',
    ],
    ['too many rows', () => bytesOf('a\n'.repeat(mostRows + 1)), 'sheet-too-many-rows'],
    [
      'too many rows of a workbook',
      () => asXlsx(Array.from({ length: mostRows + 1 }, () => ['a'])),
      'sheet-too-many-rows',
    ],
  ])('is refused: %s', async (_, make, code) => {
    expect(await codeOf(await make())).toBe(code)
  })

  it('with a cell in the farthest corner costs nothing', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          cells: new Map([
            ['0,0', { value: 'a' }],
            ['1048575,16383', { value: 'z' }],
          ]),
        },
      ],
    })
    expect(await codeOf(bytes)).toMatch(/read|sheet-unreadable/)
  })

  it('that is anything at all is read or refused, never more', async () => {
    const workbook = await asXlsx([
      ['a', 1, true],
      ['b', '2', null],
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 0, max: workbook.length }),
        async (noise, at) => {
          const spoilt = Uint8Array.from(workbook)
          spoilt.set(noise.slice(0, workbook.length - at), at)
          expect(await codeOf(noise)).toMatch(/^(read|sheet-)/)
          expect(await codeOf(spoilt)).toMatch(/^(read|sheet-)/)
        },
      ),
      { numRuns: 200 },
    )
  })
})
