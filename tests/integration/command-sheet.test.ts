import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createCommandSheets } from '#electron/documents/index.ts'
import { loadBoxTypes } from '#electron/packing/index.ts'
import type { BoxType } from '#shared/domain/carton.ts'
import { commandText } from '#shared/domain/command-code.ts'
import { sheetGroups } from '#shared/domain/command-sheet.ts'
import { readByZbar, readByZxing } from '#tests/support/label-oracles.ts'
import { stationSources } from '#tests/support/station-sources.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const run = promisify(execFile)
const boxTypes = loadBoxTypes(join(stationSources.resources, 'box-types.json'))

const sheetsIn = (home: string) => {
  const sheets = createCommandSheets({ home, workerUrl: stationSources.workers.commandSheet })
  onTestFinished(() => sheets.close())
  return sheets
}

const make = (home: string, language: 'zh-CN' | 'en', types: readonly BoxType[]) =>
  sheetsIn(home).make({ language, boxTypes: types, station: '打包台 7', version: '0.1.0' })

/** The pages as a laser printer of 300 dpi puts them on paper. */
const pagesOf = async (pdf: string): Promise<readonly Uint8Array[]> => {
  const folder = tempFolder()
  await run('pdftoppm', ['-r', '300', '-gray', '-png', pdf, join(folder, 'page')])
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)))
}

const wordsOf = async (pdf: string): Promise<string> =>
  (await run('pdftotext', ['-layout', pdf, '-'])).stdout

const listed = (types: readonly BoxType[]): readonly string[] =>
  sheetGroups(types.map(({ id }) => id))
    .flatMap(({ commands }) => commands.map(commandText))
    .toSorted()

const read = async (
  pages: readonly Uint8Array[],
  reader: (png: Uint8Array) => Promise<readonly string[]>,
): Promise<readonly string[]> => (await Promise.all(pages.map(reader))).flat().toSorted()

test.each(['zh-CN', 'en'] as const)(
  'two readers find every command of the sheet (%s), and nothing else',
  async (language) => {
    const home = tempFolder()
    const pdf = await make(home, language, boxTypes)
    expect(pdf).toBe(join(home, 'documents', `command-sheet-${language}.pdf`))
    const pages = await pagesOf(pdf)
    expect(await read(pages, readByZxing)).toEqual(listed(boxTypes))
    expect(await read(pages, readByZbar)).toEqual(listed(boxTypes))
    const words = await wordsOf(pdf)
    for (const word of ['装完', 'Done', 'F8', '打包台 7', 'Linkstar Station 0.1.0'])
      expect(words).toContain(word)
  },
  60_000,
)

test('the name of a box type is only text, whatever stands in it', async () => {
  const [first] = boxTypes
  const hostile = ') Tj ET /JavaScript (app.alert(1)) <</S/URI>> \u0000\u001B\n%%EOF'
  const types = [
    { ...first, nameZh: hostile, nameEn: '😀'.repeat(400) },
    // Too wide for bars on A4.
    { ...first, id: `C${'9'.repeat(63)}` },
  ]
  const pdf = await make(tempFolder(), 'zh-CN', types)
  expect(await read(await pagesOf(pdf), readByZxing)).toEqual(listed(types))
  const bytes = readFileSync(pdf, 'latin1')
  expect(bytes).not.toMatch(/JavaScript|\/URI|app\.alert/)
  expect(bytes.match(/%%EOF/g)).toHaveLength(1)
  expect(await wordsOf(pdf)).toContain(') Tj ET /JavaScript')
}, 60_000)

test('a sheet made again takes the place of the old one', async () => {
  const home = tempFolder()
  await mkdir(join(home, 'documents'))
  writeFileSync(join(home, 'documents', 'command-sheet-en.pdf'), 'old')
  const pdf = await make(home, 'en', boxTypes)
  expect(readFileSync(pdf, 'latin1').slice(0, 5)).toBe('%PDF-')
  expect(readdirSync(join(home, 'documents'))).toEqual(['command-sheet-en.pdf'])
})

test('where no file can be written, the error names it', async () => {
  const home = tempFolder()
  writeFileSync(join(home, 'documents'), 'a file where the folder should be')
  await expect(make(home, 'en', boxTypes)).rejects.toMatchObject({
    code: 'document-unwritable',
    details: { file: join(home, 'documents', 'command-sheet-en.pdf') },
  })
})
