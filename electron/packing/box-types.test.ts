import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadBoxTypes } from './box-types.ts'
import { commandText, parseCommand } from '#shared/domain/command-code.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boxes-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const box = {
  id: 'C1',
  nameZh: '箱',
  nameEn: 'Box',
  size: { length: 10, width: 10, height: 10 },
  tare: 5,
}

test('the box types that ship with the station have ids that say their size and can be scanned', () => {
  const types = loadBoxTypes(join(import.meta.dirname, '../../resources/box-types.json'))
  expect(types[0].id).toBe('C60-40-40')
  for (const { id, size } of types) {
    expect(id).toBe(`C${size.length / 10}-${size.width / 10}-${size.height / 10}`)
    expect(parseCommand(commandText({ name: 'box', boxType: id }))).toEqual({
      name: 'box',
      boxType: id,
    })
  }
})

test.each([
  ['none at all', []],
  ['an id twice', [box, box]],
  ['a tare that is no whole number', [{ ...box, tare: 5.5 }]],
  ['an id that cannot be scanned', [{ ...box, id: 'c 1' }]],
  ['an inside as large as the outside', [{ ...box, inner: { length: 9, width: 10, height: 9 } }]],
  ['a misspelt key', [{ ...box, tara: 5 }]],
])('%s is refused with the path of the file', (_, types) => {
  const path = join(folder, 'box-types.json')
  writeFileSync(path, JSON.stringify(types))
  expect(() => loadBoxTypes(path)).toThrow(
    expect.objectContaining({ code: 'invalid-input', details: { path } }),
  )
})

test('a missing file is refused', () => {
  expect(() => loadBoxTypes(join(folder, 'none.json'))).toThrow('ENOENT')
})
