// `npm run label`: renders one label into a file, as the station would send it to a printer.
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type MarkLabel, markPages } from '#shared/domain/box-mark.ts'
import { type LabelInput, mediaOf } from '#shared/domain/label-input.ts'
import { isMarkMedia, type LabelMedia, labelMedia } from '#shared/domain/label-media.ts'
import { AppError } from '#shared/errors.ts'
import {
  createLabelRenderer,
  type LabelTarget,
  markDpis,
  markLanguages,
  parseLabelInput,
  parseMarkInput,
} from '#electron/printing/index.ts'

const usage = `Usage: npm run label -- LABEL.json --language ${markLanguages.join('|')} --dpi ${markDpis.join('|')} --out FILE

  LABEL.json    what a box mark says: BoxMarkInput of shared/domain/box-mark; or another label, with its
                "kind": ${Object.keys(mediaOf).join(', ')} of shared/domain/label-input
  --media M     ${labelMedia.join(', ')} (mm; 72 is an endless receipt roll); 100x150 unless given
  --side 1|2    which of the two adjacent faces; 1 unless given
  --page N      1 for the mark, above it a continuation mark; 1 unless given
  --copy N      0 for the original; 0 unless given
  --help        show this text`

interface Arguments {
  readonly input: string
  readonly target: LabelTarget
  readonly out: string
  readonly label: MarkLabel
}

/** Thrown with what is wrong with the command line or the label; exit code 2. */
class UsageError extends Error {}

const readValues = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        dpi: { type: 'string' },
        media: { type: 'string', default: '100x150' },
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
  if (input === undefined) throw new UsageError('LABEL.json is missing')
  if (more.length > 0) throw new UsageError(`one LABEL.json at a time, got also ${more.join(' ')}`)
  const target = {
    language: oneOf('language', values.language, markLanguages),
    dpi: oneOf('dpi', values.dpi, markDpis),
    media: oneOf('media', values.media, labelMedia),
  }
  if (values.out === undefined || values.out === '') throw new UsageError('--out is missing')
  const label = {
    side: oneOf('side', values.side, [1, 2] as const),
    page: wholeNumber('page', values.page, 1),
    copy: wholeNumber('copy', values.copy, 0),
  }
  return { input, target, out: values.out, label }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const readJson = async (file: string): Promise<unknown> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(`cannot read ${file}: ${reasonOf(error)}`, { cause: error })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${reasonOf(error)}`)
  }
}

const hasKind = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'kind' in json

const checkPage = (items: number, page: number, media: LabelMedia): void => {
  if (!isMarkMedia(media)) return
  const pages = markPages(items, media)
  if (page > pages) throw new UsageError(`--page ${page}: this carton's mark has ${pages}`)
}

const readLabel = async ({ input, label }: Arguments): Promise<LabelInput> => {
  const json = await readJson(input)
  if (hasKind(json)) return parseLabelInput(json)
  const mark = parseMarkInput(json)
  return { kind: 'box-mark', mark, label }
}

const run = async (given: Arguments): Promise<void> => {
  const { target, out } = given
  const input = await readLabel(given)
  if (input.kind === 'box-mark') {
    checkPage(input.mark.items.length, input.label.page, target.media)
  }
  const renderer = createLabelRenderer({
    workerUrl: new URL('../electron/printing/label-worker.ts', import.meta.url),
  })
  try {
    const { bytes, sha256 } = await renderer.render(input, target)
    await writeFile(out, bytes).catch((error: unknown) => {
      throw new Error(`cannot write ${out}: ${reasonOf(error)}`, { cause: error })
    })
    console.log(`${out}: ${bytes.length} bytes, SHA-256 ${sha256}`)
  } finally {
    await renderer.close()
  }
}

/** What the label itself says wrong, as opposed to what went wrong on the way. */
const blamesInput = (error: unknown): boolean =>
  error instanceof UsageError ||
  (error instanceof AppError &&
    ['invalid-input', 'glyph-missing', 'label-out-of-bounds', 'label-media'].includes(error.code))

try {
  const parsed = readArguments(process.argv.slice(2))
  if (parsed === null) console.log(usage)
  else await run(parsed)
} catch (error) {
  console.error(reasonOf(error))
  if (error instanceof UsageError) console.error(`\n${usage}`)
  process.exitCode = blamesInput(error) ? 2 : 1
}
