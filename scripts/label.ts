// `npm run label`: renders one box mark into a file, as the station would send it to a printer.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type BoxMarkInput, type MarkLabel, markPages } from '#shared/domain/box-mark.ts'
import { AppError } from '#shared/errors.ts'
import {
  createLabelRenderer,
  type MarkDpi,
  markDpis,
  type MarkLanguage,
  markLanguages,
  parseMarkInput,
} from '#electron/printing/index.ts'

const usage = `Usage: npm run label -- CARTON.json --language ${markLanguages.join('|')} --dpi ${markDpis.join('|')} --out FILE

  CARTON.json   what the mark says: BoxMarkInput of shared/domain/box-mark
  --side 1|2    which of the two adjacent faces; 1 unless given
  --page N      1 for the mark, above it a continuation mark; 1 unless given
  --copy N      0 for the original; 0 unless given
  --help        show this text`

interface Arguments {
  readonly input: string
  readonly language: MarkLanguage
  readonly dpi: MarkDpi
  readonly out: string
  readonly label: MarkLabel
}

/** Thrown with what is wrong with the command line or the carton; exit code 2. */
class UsageError extends Error {}

const readValues = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        dpi: { type: 'string' },
        out: { type: 'string' },
        side: { type: 'string', default: '1' },
        page: { type: 'string', default: '1' },
        copy: { type: 'string', default: '0' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const oneOf = <T extends string | number>(
  option: string,
  given: string | undefined,
  supported: readonly T[],
): T => {
  const found = supported.find((candidate) => String(candidate) === given)
  if (found !== undefined) return found
  const list = supported.join(', ')
  throw new UsageError(
    given === undefined
      ? `--${option} is missing; supported: ${list}`
      : `--${option} ${given} is not supported; supported: ${list}`,
  )
}

const wholeNumber = (option: string, given: string, least: number): number => {
  const value = Number(given)
  if (/^\d{1,6}$/.test(given) && value >= least) return value
  throw new UsageError(`--${option} must be a whole number of ${least} or more, got ${given}`)
}

const readArguments = (args: string[]): Arguments | null => {
  const { values, positionals } = readValues(args)
  if (values.help === true) return null
  const [input, ...more] = positionals
  if (input === undefined) throw new UsageError('CARTON.json is missing')
  if (more.length > 0) throw new UsageError(`one CARTON.json at a time, got also ${more.join(' ')}`)
  const language = oneOf('language', values.language, markLanguages)
  const dpi = oneOf('dpi', values.dpi, markDpis)
  if (values.out === undefined || values.out === '') throw new UsageError('--out is missing')
  const label = {
    side: oneOf('side', values.side, [1, 2] as const),
    page: wholeNumber('page', values.page, 1),
    copy: wholeNumber('copy', values.copy, 0),
  }
  return { input, language, dpi, out: values.out, label }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const readMark = async (file: string): Promise<BoxMarkInput> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(`cannot read ${file}: ${reasonOf(error)}`, { cause: error })
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${reasonOf(error)}`)
  }
  return parseMarkInput(json)
}

const run = async ({ input, language, dpi, out, label }: Arguments): Promise<void> => {
  const mark = await readMark(input)
  const pages = markPages(mark.items.length)
  if (label.page > pages)
    throw new UsageError(`--page ${label.page}: this carton's mark has ${pages}`)
  const renderer = createLabelRenderer({
    workerUrl: new URL('../electron/printing/label-worker.ts', import.meta.url),
  })
  try {
    const { bytes, sha256 } = await renderer.render(mark, label, language, dpi)
    await writeFile(out, bytes).catch((error: unknown) => {
      throw new Error(`cannot write ${out}: ${reasonOf(error)}`, { cause: error })
    })
    console.log(`${out}: ${bytes.length} bytes, SHA-256 ${sha256}`)
  } finally {
    await renderer.close()
  }
}

/** What the carton itself says wrong, as opposed to what went wrong on the way. */
const blamesInput = (error: unknown): boolean =>
  error instanceof UsageError ||
  (error instanceof AppError &&
    ['invalid-input', 'glyph-missing', 'label-out-of-bounds'].includes(error.code))

try {
  const parsed = readArguments(process.argv.slice(2))
  if (parsed === null) console.log(usage)
  else await run(parsed)
} catch (error) {
  console.error(reasonOf(error))
  if (error instanceof UsageError) console.error(`\n${usage}`)
  process.exitCode = blamesInput(error) ? 2 : 1
}
