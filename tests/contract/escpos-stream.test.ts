import { expect, it } from 'vitest'
import { EscposFault, readEscpos } from '../support/escpos-stream.ts'

const picture = [0x1d, 0x76, 0x30, 0, 2, 0, 1, 0, 0x80, 0x01]
const cut = [0x1d, 0x56, 0]

it('prints a dot where a bit is 1, picture below picture', () => {
  const [sheet, ...more] = readEscpos(Uint8Array.from([0x1b, 0x40, ...picture, ...picture, ...cut]))
  expect(more).toEqual([])
  expect(sheet).toMatchObject({
    width: 16,
    height: 2,
    commands: ['ESC @', 'GS v 0 2×1', 'GS v 0 2×1', 'GS V 0'],
  })
  for (const y of [0, 1]) {
    const black = Array.from({ length: 16 }, (_none, x) => x).filter((x) => sheet?.isBlack(x, y))
    expect(black).toEqual([0, 15])
  }
})

it.each([
  ['text', [...picture, 0x41, ...cut], 'no such command'],
  ['a line feed', [...picture, 0x0a, ...cut], 'no such command'],
  ['another command', [...picture, 0x1b, 0x70, 0, 25, 25, ...cut], 'no such command'],
  ['a question for its status', [...picture, 0x10, 0x04, 1, ...cut], 'no such command'],
  ['a real-time command', [...picture, 0x10, 0x05, 2, ...cut], 'a real-time command'],
  [
    'a real-time command in a picture',
    [0x1d, 0x76, 0x30, 0, 3, 0, 1, 0, 0x10, 0x14, 0x01, ...cut],
    'a real-time command',
  ],
  ['a picture that is cut short', picture.slice(0, -1), 'cut short'],
  ['a picture of nothing', [0x1d, 0x76, 0x30, 0, 0, 0, 1, 0, ...cut], 'an empty picture'],
  ['a doubled picture', [0x1d, 0x76, 0x30, 1, 1, 0, 1, 0, 0xff, ...cut], 'normal size'],
  ['a picture of another width', [...picture, 0x1d, 0x76, 0x30, 0, 1, 0, 1, 0, 0, ...cut], 'width'],
  ['a cut of nothing', cut, 'a cut of nothing'],
  ['a picture without a cut', picture, 'after the last cut'],
  ['a rest', [...picture, ...cut, 0x1b, 0x64, 1], 'after the last cut'],
])('refuses %s', (_, bytes, why) => {
  expect(() => readEscpos(Uint8Array.from(bytes))).toThrow(EscposFault)
  expect(() => readEscpos(Uint8Array.from(bytes))).toThrow(why)
})
