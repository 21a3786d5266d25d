import { expect, it } from 'vitest'
import { printTspl, TsplFault } from '../support/tspl-printer.ts'

const label = (...lines: readonly string[]): Uint8Array =>
  Buffer.from(['SIZE 2 mm,1 mm', 'CLS', ...lines, 'PRINT 1,1', ''].join('\r\n'), 'latin1')
const picture = (data: string, place = '0,0,2,1,0'): string => `BITMAP ${place},${data}`

it('prints a dot where a bit is 0', () => {
  const [sheet] = printTspl(label(picture('\u007f\u00fe')), 8)
  expect(sheet).toMatchObject({ width: 16, height: 8, copies: 1 })
  const black = Array.from({ length: 16 }, (_none, x) => x).filter((x) => sheet?.isBlack(x, 0))
  expect(black).toEqual([0, 15])
})

it.each([
  ['a command that it does not know', label('~!T'), 'no such command'],
  ['text beside a command', label('CLS now'), 'no such command'],
  ['a line that ends in LF alone', Buffer.from('SIZE 2 mm,1 mm\nCLS\n'), 'without CR LF'],
  ['a speed that no printer has', label('SPEED 18.5'), 'no such command'],
  ['a speed between two', label('SPEED 2.25'), 'no such command'],
  ['a density off the scale', label('DENSITY 16'), 'no such command'],
  ['a size without a unit', Buffer.from('SIZE 2,1\r\n'), 'no such command'],
  ['a picture that is cut short', label(picture('\u00ff')), 'no CR LF after a picture'],
  ['a picture beside the label', label(picture('\u00ff\u00ff', '8,0,2,1,0')), 'leaves the label'],
  ['a picture below the label', label(picture('\u00ff\u00ff', '0,8,2,1,0')), 'leaves the label'],
  ['a picture before CLS', Buffer.from('SIZE 2 mm,1 mm\r\nBITMAP 0,0,1,1,0,x\r\n'), 'before CLS'],
  ['a label that is printed twice', label('PRINT 1,1'), 'PRINT of nothing'],
  ['no copies', Buffer.from('SIZE 2 mm,1 mm\r\nCLS\r\nPRINT 0\r\n'), 'no such command'],
  ['a rest', Buffer.concat([label(), Buffer.from('CLS\r\n')]), 'after the last PRINT'],
])('refuses %s', (_, bytes, why) => {
  expect(() => printTspl(bytes, 8)).toThrow(TsplFault)
  expect(() => printTspl(bytes, 8)).toThrow(why)
})
