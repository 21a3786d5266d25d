import fc from 'fast-check'
import Papa from 'papaparse'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { orderColumns, packingColumns } from '#shared/domain/order-columns.ts'
import { writeTemplate } from './templates.ts'
import { writeBook, writeCsv, type WrittenSheet } from './write-book.ts'

const sheetOf = (rows: WrittenSheet['rows']): WrittenSheet => ({
  name: 'S',
  headings: ['a', 'b'],
  rows,
  widths: [10, 10],
  textColumns: new Set([0]),
})

const hostile = ['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '＠a', '|x']

describe('what is written', () => {
  it('comes back as it was from a workbook, whatever the text is', async () => {
    const value = fc.oneof(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
        .filter((text) => text.isWellFormed() && !/[\ufffe\uffff]/.test(text)),
      fc.constantFrom(...hostile, '_x0041_', '_x005F_', '<v>&amp;', '00123', 'TRUE', '1E5'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const { sheets } = await readXlsx(await writeBook([sheetOf(rows)]), { readStyles: true })
          expect(sheets[0]?.rows.slice(1)).toEqual(rows)
          const cells = [...(sheets[0]?.cells ?? [])].map(([, cell]) => cell)
          expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })

  it('never runs as a formula in a table of text', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      writeCsv(sheetOf(hostile.map((one) => [one, 'plain "x"']))),
    )
    expect(text.startsWith('\ufeff"a","b"\r\n')).toBe(true)
    const { data } = Papa.parse<readonly string[]>(text.slice(1), { skipEmptyLines: true })
    expect(data.slice(1)).toEqual(hostile.map((one) => [`'${one}`, 'plain "x"']))
  })

  it.each(['orders', 'packing-list'] as const)(
    'a template has every column, ready for text: %s',
    async (kind) => {
      const columns = kind === 'orders' ? orderColumns : packingColumns
      for (const language of ['zh-CN', 'en'] as const) {
        const bytes = await writeTemplate({ kind, format: 'xlsx', language })
        const { sheets } = await readXlsx(bytes, { readStyles: true })
        const [data, notes] = sheets
        expect(data?.rows[0]?.map((cell) => String(cell).replace('*', ''))).toEqual(
          columns.map(({ zh, en }) => (language === 'en' ? en : zh)),
        )
        expect(notes?.rows.slice(1, 1 + columns.length).map(([name]) => name)).toEqual(
          columns.map(({ zh, en }) => (language === 'en' ? en : zh)),
        )
      }
    },
  )
})
