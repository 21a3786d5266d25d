import type { OxlintOverride } from 'oxlint'

import { importTable, type ImportRow } from './import-table.ts'

/** How deep a folder of the table may nest; `../` is allowed as long as it stays inside the folder. */
const depths = [0, 1, 2]

/** The table as rules of the linter. */
export const importOverrides: OxlintOverride[] = importTable.flatMap(overridesOf)

function overridesOf(row: ImportRow): OxlintOverride[] {
  const nested = depths.map((depth) => ({
    files: [`${row.folder}/${'*/'.repeat(depth)}*.{ts,tsx}`],
    rules: { 'no-restricted-imports': restrictionsOf(row, depth, row.may) },
  }))
  const exceptions = Object.entries(row.exceptions ?? {}).map(([file, more]) => ({
    files: [`${row.folder}/${file}`],
    rules: { 'no-restricted-imports': restrictionsOf(row, 0, [...row.may, ...more]) },
  }))
  return [...nested, ...exceptions]
}

type Rules = NonNullable<OxlintOverride['rules']>

function restrictionsOf(
  row: ImportRow,
  depth: number,
  may: readonly string[],
): NonNullable<Rules['no-restricted-imports']> {
  const refused = {
    // The last pattern that matches decides: nothing is allowed but what follows.
    group: [
      '**',
      '!./**',
      ...(depth > 0 ? ['!../**', `${'../'.repeat(depth + 1)}**`] : []),
      ...may.map((pattern) => `!${pattern}`),
      ...(row.never ?? []),
    ],
    message: `${row.folder} may not import this: see scripts/lint/import-table.ts.`,
  }
  if (!row.typesOnly) return ['error', { patterns: [refused] }]
  const valuesRefused = {
    regex: allFilesBut(row.typesOnly.folder, row.typesOnly.but),
    allowTypeImports: true,
    message: `${row.folder} may import only types from here: see scripts/lint/import-table.ts.`,
  }
  // This order matters: what a group lets pass is not looked at again.
  return ['error', { patterns: [valuesRefused, refused] }]
}

/** A pattern for every file of `folder` but one, spelled out letter by letter since the linter knows no look-ahead. */
function allFilesBut(folder: string, file: string): string {
  const deviations = Array.from(
    file,
    (letter, at) => `${escapeDots(file.slice(0, at))}[^${letter}]`,
  )
  return `^${folder}/(?:${deviations.join('|')})`
}

function escapeDots(text: string): string {
  return text.replaceAll('.', String.raw`\.`)
}
