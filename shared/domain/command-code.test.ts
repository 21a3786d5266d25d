import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cartonCode, maxCartonSerial } from './carton-code.ts'
import { packModes } from './pack-session.ts'
import { type Command, commandText, parseCommand } from './command-code.ts'

const names = [
  'done',
  'undo',
  'same-again',
  'photo',
  'unit-label',
  'park',
  'queue',
  'pallet',
  'reprint',
  'acknowledge',
  'recount',
  'shift',
  'find',
] as const
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom(...names).map((name) => ({ name })),
  fc.integer({ min: 1, max: 9_999 }).map((factor) => ({ name: 'times' as const, factor })),
  fc.constantFrom(...packModes).map((mode) => ({ name: 'mode' as const, mode })),
  fc.integer({ min: 0, max: maxCartonSerial }).map((serial) => ({
    name: 'resume' as const,
    carton: cartonCode(serial),
  })),
  fc.stringMatching(/^[0-9A-Z-]{1,64}$/).map((boxType) => ({ name: 'box' as const, boxType })),
)

test('every command comes back from its own code', () => {
  fc.assert(
    fc.property(command, (given) => {
      expect(parseCommand(commandText(given))).toEqual(given)
    }),
  )
})

test.each([
  'LS!',
  'LS!done',
  'LS!X0',
  'LS!X012',
  'LS!X10000',
  'LS!BOX:',
  'LS!BOX:../x',
  'LS!DONE ',
  'LS!LS0003041187M',
])('%s is a command nobody knows', (text) => {
  expect(parseCommand(text)).toEqual({ name: 'unknown', text })
})

test('other text is no command', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.startsWith('LS!'))
      expect(parseCommand(text)).toBeNull()
    }),
  )
})
