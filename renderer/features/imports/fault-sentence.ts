import type { SheetFaultView } from '#shared/contract/import-views.ts'
import type { Language } from '#shared/contract/views.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'

const nothing = '—'

/** What is wrong, in words: main says choices and columns in both languages. */
export const faultSentence = ({ code, values }: SheetFaultView, language: Language): Sentence => {
  const mine = language === 'en' ? 'En' : 'Zh'
  const told = Object.entries(values).flatMap(([name, value]) => {
    const text = value === '' ? nothing : value
    if (name.endsWith(mine)) return [[name.slice(0, -2), text] as const]
    return name.endsWith('En') || name.endsWith('Zh') ? [] : [[name, text] as const]
  })
  return { key: `sheetFault.${code}`, values: Object.fromEntries(told) }
}

/** Where it is, as the sheet's own margins say it. */
export const faultPlace = ({ row, column }: SheetFaultView): Sentence => {
  if (column !== '') return sentence('imports.place', { row, column })
  return row === 1 ? sentence('imports.headingRow') : sentence('imports.row', { row })
}
