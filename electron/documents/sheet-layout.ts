import type { SheetCommand, SheetGroup, SheetGroupName } from '#shared/domain/command-sheet.ts'

/** All lengths in millimetres, from the upper left corner of an A4 page. */
export const sheetPage = { width: 210, height: 297, margin: 10, top: 34, bottom: 283 } as const

export interface SheetCard {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly command: SheetCommand
}

export interface SheetHeading {
  readonly page: number
  readonly y: number
  readonly group: SheetGroupName
}

export interface SheetLayout {
  readonly pages: number
  readonly headings: readonly SheetHeading[]
  readonly cards: readonly SheetCard[]
}

const headingHeight = 8
const gapAfterGroup = 3

const shapes: Readonly<Record<SheetGroupName, { columns: number; height: number }>> = {
  packing: { columns: 2, height: 34 },
  exceptions: { columns: 2, height: 34 },
  numbers: { columns: 3, height: 25.5 },
  checks: { columns: 2, height: 34 },
  supervisor: { columns: 2, height: 34 },
  boxes: { columns: 2, height: 38 },
}

/** 装完 comes once a carton, so it has the whole width. */
const takesRow = (command: SheetCommand): boolean => command.name === 'done'

const rowsOf = ({ name, commands }: SheetGroup): readonly (readonly SheetCommand[])[] => {
  const rows: SheetCommand[][] = []
  for (const command of commands) {
    const last = rows.at(-1)
    const isFull = last === undefined || last.length === shapes[name].columns || last.some(takesRow)
    if (isFull || takesRow(command)) rows.push([command])
    else last.push(command)
  }
  return rows
}

/** Sets the cards of a sheet in rows; a row never breaks, and a heading stays with its first row. */
export const layOutSheet = (groups: readonly SheetGroup[]): SheetLayout => {
  const headings: SheetHeading[] = []
  const cards: SheetCard[] = []
  const inner = sheetPage.width - 2 * sheetPage.margin
  let page = 0
  let y: number = sheetPage.top
  for (const group of groups) {
    const { columns, height } = shapes[group.name]
    for (const [index, row] of rowsOf(group).entries()) {
      const needed = height + (index === 0 ? headingHeight : 0)
      const isNewPage = y + needed > sheetPage.bottom
      if (isNewPage) {
        page += 1
        y = sheetPage.top
      }
      if (index === 0 || isNewPage) {
        headings.push({ page, y, group: group.name })
        y += headingHeight
      }
      for (const [column, command] of row.entries()) {
        const width = takesRow(command) ? inner : inner / columns
        cards.push({ page, x: sheetPage.margin + column * width, y, width, height, command })
      }
      y += height
    }
    y += gapAfterGroup
  }
  return { pages: page + 1, headings, cards }
}
