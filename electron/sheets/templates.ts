import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { Language } from '#shared/contract/views.ts'
import { orderColumns, packingColumns } from '#shared/domain/order-columns.ts'
import type { SheetColumn } from '#shared/domain/sheet-column.ts'
import { type SheetFormat, writeSheet, type WrittenSheet } from './write-book.ts'

export interface TemplateInput {
  readonly kind: SheetKind
  readonly format: SheetFormat
  readonly language: Language
}

/** Excel keeps leading zeros only in cells that are text before anybody types. */
const readyRows = 2000
const words = {
  'zh-CN': {
    orders: '备货单',
    'packing-list': '箱单',
    notes: '说明',
    noteHeadings: ['列', '必填', '怎么填', '例子', '可选'],
    must: '必填',
    may: '',
    of: {
      order: '同一单只写在一行就行；写多次要一样',
      sku: '同一 SKU 只写在一行就行；写多次要一样',
      row: '每行都写',
    },
    general: [
      '在第一张表里填。每行是一个备货单的一个 SKU；一个文件可以有几个备货单。',
      '第一格以 # 开头的行不读。列可以换位置；没有的列删掉也行；表头不要改。',
      '不要写公式，不要合并单元格。',
    ],
  },
  en: {
    orders: 'Orders',
    'packing-list': 'Packing list',
    notes: 'Notes',
    noteHeadings: ['Column', 'Required', 'What to write', 'Example', 'Choices'],
    must: 'required',
    may: '',
    of: {
      order: 'one row of the order is enough; rows must not disagree',
      sku: 'one row of the SKU is enough; rows must not disagree',
      row: 'on every row',
    },
    general: [
      'Fill in the first sheet. Each row is one SKU of one order; a file may hold several orders.',
      'A row whose first cell begins with # is not read. Columns may be moved or, where optional, deleted; leave the headings as they are.',
      'No formulas, no merged cells.',
    ],
  },
} as const

const headingOf = (column: SheetColumn, language: Language): string =>
  `${language === 'en' ? column.en : column.zh}${column.isRequired ? '*' : ''}`

/** A row that shows how, and is not read. */
const exampleRow = (columns: readonly SheetColumn[], language: Language): readonly string[] =>
  columns.map(({ example, choices }, index) => {
    const choice = choices?.find(({ zh }) => zh === example)
    const text = language === 'en' && choice !== undefined ? choice.en : example
    return index === 0 ? `# ${text}` : text
  })

const dataSheet = (
  { kind, language }: TemplateInput,
  columns: readonly SheetColumn[],
): WrittenSheet => ({
  name: words[language][kind],
  headings: columns.map((column) => headingOf(column, language)),
  rows: [exampleRow(columns, language)],
  widths: columns.map(({ zh, en, example }) =>
    Math.max(12, 2 * zh.length + 3, en.length + 3, example.length + 4),
  ),
  textColumns: new Set(columns.keys()),
  readyRows,
  choices: new Map(
    columns.flatMap(({ choices }, index) =>
      choices === undefined
        ? []
        : [[index, choices.map(({ zh, en }) => (language === 'en' ? en : zh))] as const],
    ),
  ),
  columnsInSight: 2,
})

const notesSheet = (language: Language, columns: readonly SheetColumn[]): WrittenSheet => {
  const { notes, noteHeadings, must, may, of, general } = words[language]
  const isEnglish = language === 'en'
  return {
    name: notes,
    headings: noteHeadings,
    rows: [
      ...columns.map((column) => [
        isEnglish ? column.en : column.zh,
        column.isRequired ? must : may,
        `${isEnglish ? column.hintEn : column.hintZh}${isEnglish ? '; ' : '；'}${of[column.of]}`,
        column.example,
        (column.choices ?? [])
          .map(({ zh, en }) => (isEnglish ? en : zh))
          .join(isEnglish ? ', ' : '、'),
      ]),
      ...general.map((text) => [null, null, text, null, null]),
    ],
    widths: [24, 10, 64, 28, 48],
    textColumns: new Set([0, 1, 2, 3, 4]),
  }
}

const columnsOf: Readonly<Record<SheetKind, readonly SheetColumn[]>> = {
  orders: orderColumns,
  'packing-list': packingColumns,
}

/** An empty sheet to fill in: one example row that is not read, and in a workbook a second sheet that explains each column. */
export const writeTemplate = (input: TemplateInput): Promise<Uint8Array> => {
  const columns = columnsOf[input.kind]
  return writeSheet(input.format, dataSheet(input, columns), [notesSheet(input.language, columns)])
}
