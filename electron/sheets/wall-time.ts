import { err, ok } from '#shared/result.ts'
import { plainText, type ReadCell } from './cell-values.ts'

const wrong = err({ code: 'date' } as const)

const wallTime = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/

/** Local wall time, as year, month, day, hour and minute. */
export const wallTimeOf: ReadCell<readonly [number, number, number, number, number]> = (cell) => {
  if (cell.kind === 'date') {
    const { at } = cell
    if (Number.isNaN(at.getTime())) return wrong
    return ok([
      at.getUTCFullYear(),
      at.getUTCMonth() + 1,
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
    ])
  }
  if (cell.kind === 'number' || cell.kind === 'yes-no') return wrong
  if (cell.kind !== 'text') return err({ code: cell.kind })
  const [, ...found] = wallTime.exec(plainText(cell.text)) ?? []
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.map(
    // A part that is not there is undefined, whatever its type says.
    (part: string | undefined) => Number(part ?? 0),
  )
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute))
  const isReal =
    year >= 2000 &&
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    hour < 24 &&
    minute < 60
  return isReal ? ok([year, month, day, hour, minute]) : wrong
}
