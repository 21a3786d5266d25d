import Pdf from 'pdfkit'
import type { BoxType } from '#shared/domain/carton.ts'
import { commandText } from '#shared/domain/command-code.ts'
import { sheetGroups } from '#shared/domain/command-sheet.ts'
import { drawSymbol, pointsPerMm } from './draw-symbol.ts'
import { layOutSheet, type SheetCard, sheetPage } from './sheet-layout.ts'
import { loadSheetFont } from './sheet-font.ts'
import { commandKeys, commandWord, type SheetLanguage, sheetWords } from './sheet-words.ts'

export interface CommandSheetInput {
  readonly language: SheetLanguage
  readonly boxTypes: readonly BoxType[]
  readonly station: string
  readonly version: string
}

type Doc = InstanceType<typeof Pdf>
type Weight = 'regular' | 'bold'

interface Line {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  /** In points. */
  readonly size: number
  readonly weight: Weight
  readonly colour: string
  readonly align?: 'left' | 'right' | 'center'
  /** What is longer ends in an ellipsis. */
  readonly width: number
}

const ink = { dark: '#111827', soft: '#5b6472', line: '#9aa3af', band: '#eef1f5' } as const

/** Writes one line and gives its width; all in millimetres. */
const write = (doc: Doc, text: string, line: Line): number => {
  doc.font(line.weight).fontSize(line.size).fillColor(line.colour)
  const room = line.width * pointsPerMm
  let shown = text
  const characters = Array.from(text)
  while (characters.length > 1 && doc.widthOfString(shown) > room) {
    characters.pop()
    shown = `${characters.join('')}…`
  }
  const width = doc.widthOfString(shown)
  const shift = { left: 0, center: (room - width) / 2, right: room - width }[line.align ?? 'left']
  doc.text(shown, line.x * pointsPerMm + shift, line.y * pointsPerMm, {
    lineBreak: false,
    baseline: 'alphabetic',
  })
  return width / pointsPerMm
}

const drawKey = (doc: Doc, key: string, right: number, top: number): void => {
  const width = 9
  doc
    .lineWidth(0.8)
    .roundedRect(
      (right - width) * pointsPerMm,
      top * pointsPerMm,
      width * pointsPerMm,
      5.4 * pointsPerMm,
      3,
    )
    .stroke(ink.dark)
  write(doc, key, {
    x: right - width,
    y: top + 4,
    width,
    size: 10,
    weight: 'bold',
    colour: ink.dark,
    align: 'center',
  })
}

/** Makes the A4 sheet of all command codes as PDF. */
export const makeCommandSheet = async (input: CommandSheetInput): Promise<Uint8Array> => {
  const { language, boxTypes, station, version } = input
  const words = sheetWords[language]
  const other: SheetLanguage = language === 'en' ? 'zh-CN' : 'en'
  const { regular, bold, printable } = loadSheetFont()
  const layout = layOutSheet(sheetGroups(boxTypes.map(({ id }) => id)))
  const doc = new Pdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    // No font of the library's own: it would be read from a file that the built program does not have.
    font: '',
    info: { Title: `Linkstar ${words.title}`, Creator: `Linkstar Station ${version}` },
    lang: language,
  })
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.once('end', resolve)
    doc.once('error', reject)
  })
  doc.registerFont('regular', regular)
  doc.registerFont('bold', bold)
  const { margin } = sheetPage
  const inner = sheetPage.width - 2 * margin

  const drawFrame = (page: number): void => {
    const plain = { x: margin, width: inner, weight: 'regular', colour: ink.soft } as const
    write(doc, words.title, { ...plain, y: 19, size: 28, weight: 'bold', colour: ink.dark })
    write(doc, sheetWords[other].title, { ...plain, y: 19, size: 13, align: 'right' })
    write(doc, words.hint, { ...plain, y: 28, size: 11 })
    write(doc, words.cut, { ...plain, y: 28, size: 9, align: 'right' })
    const foot = { ...plain, y: 289, size: 9 } as const
    write(doc, printable(station), { ...foot, width: 90 })
    write(doc, `Linkstar Station ${version}`, { ...foot, align: 'center' })
    write(doc, words.page(page + 1, layout.pages), { ...foot, align: 'right' })
  }

  const drawCard = ({ x, y, width, height, command }: SheetCard): void => {
    doc
      .lineWidth(0.6)
      .dash(3, { space: 2.5 })
      .rect(x * pointsPerMm, y * pointsPerMm, width * pointsPerMm, height * pointsPerMm)
      .stroke(ink.line)
      .undash()
    const code = commandText(command)
    const pad = 2.5
    const key = commandKeys[command.name]
    if (key !== null) drawKey(doc, key, x + width - pad, y + 2.4)
    const isBox = command.name === 'box'
    const room = width - 2 * pad - (key === null ? 0 : 11)
    const big = printable(commandWord(command, language, boxTypes))
    const first = {
      x: x + pad,
      y: y + (isBox ? 7 : 8.6),
      size: isBox ? 12 : 19,
      weight: 'bold',
    } as const
    const used = write(doc, big, { ...first, colour: ink.dark, width: room })
    const small = printable(commandWord(command, other, boxTypes))
    const second = { size: isBox ? 9 : 11, weight: 'regular', colour: ink.soft } as const
    const headed = isBox ? 13 : 10.6
    if (isBox) write(doc, small, { ...second, x: x + pad, y: y + 11.6, width: width - 2 * pad })
    else if (small !== big && room - used > 8)
      write(doc, small, { ...second, x: x + pad + used + 3, y: y + 8.6, width: room - used - 3 })
    const symbol = {
      x: x + 1,
      y: y + headed + 0.8,
      width: width - 2,
      height: height - headed - 5.8,
    }
    drawSymbol(doc, code, symbol)
    const text = { x, y: y + height - 1.6, width, size: 8, weight: 'regular' } as const
    write(doc, code, { ...text, colour: ink.soft, align: 'center' })
  }

  for (let page = 0; page < layout.pages; page += 1) {
    doc.addPage()
    drawFrame(page)
    for (const heading of layout.headings.filter((each) => each.page === page)) {
      doc
        .rect(margin * pointsPerMm, heading.y * pointsPerMm, inner * pointsPerMm, 6.6 * pointsPerMm)
        .fill(ink.band)
      const line = { x: margin + 2.5, y: heading.y + 4.8, width: inner - 5 } as const
      write(doc, words.groups[heading.group], {
        ...line,
        size: 12,
        weight: 'bold',
        colour: ink.dark,
      })
      const small = { size: 9, weight: 'regular', colour: ink.soft, align: 'right' } as const
      write(doc, sheetWords[other].groups[heading.group], { ...line, ...small })
    }
    for (const card of layout.cards.filter((each) => each.page === page)) drawCard(card)
  }
  doc.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}
