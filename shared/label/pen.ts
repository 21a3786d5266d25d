import type { LabelElement, MeasureText, TextElement } from './document.ts'
import { fitBlock, fitLine, type TextStyle } from './fit-text.ts'
import { printableText } from './printable-text.ts'
import { lineHeight } from './text-line.ts'

/** A rectangle in mm from the label's top left corner. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LineStyle extends TextStyle {
  readonly align?: 'left' | 'center' | 'right'
  /** White on black. */
  readonly inverse?: boolean
}

/** Thickness of a rule, in mm: 2 dots at 203 dpi. */
export const rule = 0.25

/** What is left of `area` without `by` mm at every side. */
export const inset = (area: Area, by: number, byTop = by): Area => ({
  x: area.x + by,
  y: area.y + byTop,
  width: area.width - 2 * by,
  height: area.height - 2 * byTop,
})

/** The area cut into rows (or columns) of these heights (widths), from its start. */
export const rowsOf = (area: Area, heights: readonly number[]): readonly Area[] => {
  let { y } = area
  return heights.map((height) => {
    const row = { ...area, y, height }
    y += height
    return row
  })
}

export const columnsOf = (area: Area, widths: readonly number[]): readonly Area[] => {
  let { x } = area
  return widths.map((width) => {
    const column = { ...area, x, width }
    x += width
    return column
  })
}

const shift = (room: number, align: LineStyle['align']): number =>
  align === 'right' ? room : align === 'center' ? room / 2 : 0

/** Collects the elements of one label; text is fitted into the area it is given. */
export const createPen = (measure: MeasureText) => {
  const elements: LabelElement[] = []

  const put = (
    name: string,
    line: { readonly text: string; readonly size: number; readonly width: number },
    area: Area,
    style: LineStyle,
  ): void => {
    const element: TextElement = {
      kind: 'text',
      name,
      text: line.text,
      size: line.size,
      weight: style.weight,
      x: area.x + shift(area.width - line.width, style.align),
      y: area.y + (area.height - line.size * lineHeight) / 2,
      width: line.width,
      height: line.size * lineHeight,
      ...(style.inverse === true ? { inverse: true } : {}),
    }
    elements.push(element)
  }

  return {
    elements: elements as readonly LabelElement[],
    add: (element: LabelElement): void => void elements.push(element),

    /** One line, in the middle of the area's height. The size is also held within that height. */
    line: (name: string, text: string, area: Area, style: LineStyle): void => {
      const printable = printableText(text)
      if (printable === '') return
      const size = Math.min(style.size, area.height / lineHeight)
      const floor = Math.min(style.floor, size)
      put(name, fitLine(printable, area.width, { ...style, size, floor }, measure), area, style)
    },

    /** Wrapped lines, together in the middle of the area's height. The size is also held within that height. */
    paragraph: (name: string, text: string, area: Area, style: LineStyle): void => {
      const printable = printableText(text)
      if (printable === '') return
      const size = Math.min(style.size, area.height / lineHeight)
      const floor = Math.min(style.floor, size)
      const lines = fitBlock(printable, area, { ...style, size, floor }, measure)
      const height = lines.reduce((sum, line) => sum + line.size * lineHeight, 0)
      let y = area.y + (area.height - height) / 2
      for (const line of lines) {
        put(name, line, { ...area, y, height: line.size * lineHeight }, style)
        y += line.size * lineHeight
      }
    },

    /** Wrapped lines at full size, as many as the text takes; gives their height in mm. */
    flow: (name: string, text: string, area: Omit<Area, 'height'>, style: LineStyle): number => {
      const printable = printableText(text)
      if (printable === '') return 0
      const room = { width: area.width, height: Number.POSITIVE_INFINITY }
      let { y } = area
      for (const line of fitBlock(printable, room, style, measure)) {
        put(name, line, { ...area, y, height: line.size * lineHeight }, style)
        y += line.size * lineHeight
      }
      return y - area.y
    },

    fill: (name: string, area: Area): void => void elements.push({ kind: 'box', name, ...area }),

    across: (name: string, area: Area, y: number): void =>
      void elements.push({
        kind: 'box',
        name,
        x: area.x,
        y: y - rule / 2,
        width: area.width,
        height: rule,
      }),

    down: (name: string, area: Area, x: number): void =>
      void elements.push({
        kind: 'box',
        name,
        x: x - rule / 2,
        y: area.y,
        width: rule,
        height: area.height,
      }),

    frame: (name: string, { x, y, width, height }: Area, thickness = rule): void =>
      void elements.push(
        { kind: 'box', name, x, y, width, height: thickness },
        { kind: 'box', name, x, y: y + height - thickness, width, height: thickness },
        { kind: 'box', name, x, y, width: thickness, height },
        { kind: 'box', name, x: x + width - thickness, y, width: thickness, height },
      ),
  }
}

export type Pen = ReturnType<typeof createPen>
