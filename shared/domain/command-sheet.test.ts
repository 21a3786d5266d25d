import { expect, test } from 'vitest'
import { commandText, parseCommand } from './command-code.ts'
import { sheetGroups, supervisedCommand } from './command-sheet.ts'

const commands = sheetGroups(['C60-40-40', 'C30-25-20']).flatMap((group) => group.commands)

test('every code of the sheet gives its own command, and no two are the same', () => {
  for (const command of commands) expect(parseCommand(commandText(command))).toEqual(command)
  expect(new Set(commands.map(commandText)).size).toBe(commands.length)
})

test('every command there is stands on the sheet, each box type once', () => {
  expect(new Set(commands.map(({ name }) => name))).toEqual(
    new Set([
      'done',
      'same-again',
      'agree',
      'exception',
      'photo',
      'mode',
      'unit-label',
      'park',
      'queue',
      'pallet',
      'undo',
      'acknowledge',
      'times',
      'reprint',
      'recount',
      'shift',
      'find',
      'back',
      'sign-out',
      'accept-weight',
      'void',
      'box',
    ]),
  )
  expect(commands.filter(({ name }) => name === 'box')).toHaveLength(2)
})

test('what takes a supervisor stands in a group of its own', () => {
  for (const { name, commands: codes } of sheetGroups(['C60-40-40'])) {
    const supervised = codes.filter((command) => supervisedCommand(command) !== null)
    expect(supervised).toHaveLength(name === 'supervisor' ? codes.length : 0)
  }
})
