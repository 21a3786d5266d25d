import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limitsFrom, loadRulePacks } from './rule-packs.ts'
import { transportModes } from '#shared/domain/order.ts'

const shipped = loadRulePacks(join(import.meta.dirname, '../../resources/rules'))
const day = new Date('2026-03-02T12:00:00')

describe('the packs that ship with the station', () => {
  const limits = limitsFrom(shipped)

  test('hold 30 kg a carton for the US, and volume by mode', () => {
    expect(limits('US', 'sea-lcl', day)).toMatchObject({
      maxGross: 30_000,
      heavyFrom: 22_700,
      volumetricDivisor: 6_000,
    })
    expect(limits('US', 'express', day).volumetricDivisor).toBe(5_000)
  })

  test('have limits for every destination by every mode', () => {
    for (const country of ['US', 'DE', 'FR', 'GB', 'JP', 'AU', 'CA', 'BR', 'ZZ']) {
      for (const mode of transportModes) {
        expect(limits(country, mode, day).volumetricDivisor).toBe(
          mode === 'express' ? 5_000 : 6_000,
        )
        expect(limits(country, mode, day).maxGross).toBe(country === 'AU' ? 22_000 : 30_000)
      }
    }
  })

  test('bind even when the clock is far in the past', () => {
    expect(limits('US', 'air', new Date(0)).maxGross).toBe(30_000)
  })
})

describe('choosing among packs', () => {
  let folder: string
  const pack = (id: string, change: object) =>
    writeFileSync(
      join(folder, `${id}.json`),
      JSON.stringify({
        id,
        validFrom: '2024-01-01',
        countries: ['*'],
        modes: ['*'],
        maxGrossGrams: 30_000,
        maxSideMm: 1_200,
        volumetricDivisor: 6_000,
        separated: [['battery', 'liquid']],
        source: { limits: 'a test' },
        ...change,
      }),
    )

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    pack('default', {})
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('the country wins over the mode, and both together over either', () => {
    pack('express', { modes: ['express'], maxGrossGrams: 1 })
    pack('de', { countries: ['DE'], maxGrossGrams: 2 })
    pack('de-air', { countries: ['DE'], modes: ['air'], maxGrossGrams: 3 })
    const limits = limitsFrom(loadRulePacks(folder))
    expect(limits('US', 'express', day).maxGross).toBe(1)
    expect(limits('DE', 'express', day).maxGross).toBe(2)
    expect(limits('DE', 'air', day).maxGross).toBe(3)
    expect(limits('US', 'air', day).maxGross).toBe(30_000)
  })

  test('a newer pack binds from its first day on', () => {
    pack('us-old', { countries: ['US'], maxGrossGrams: 30_000 })
    pack('us-new', { countries: ['US'], maxGrossGrams: 25_000, validFrom: '2026-03-02' })
    const limits = limitsFrom(loadRulePacks(folder))
    expect(limits('US', 'air', new Date('2026-03-01T23:59:00')).maxGross).toBe(30_000)
    expect(limits('US', 'air', new Date('2026-03-02T00:00:00')).maxGross).toBe(25_000)
  })

  test('a limit that a pack does not set is not there', () => {
    expect(limitsFrom(loadRulePacks(folder))('US', 'air', day)).toEqual({
      maxGross: 30_000,
      maxSide: 1_200,
      volumetricDivisor: 6_000,
      separated: [['battery', 'liquid']],
    })
  })

  test.each([
    ['a misspelt key', { maxGrosGrams: 1 }],
    ['a country that is no code', { countries: ['usa'] }],
    ['a mode nobody knows', { modes: ['ship'] }],
    ['a day that does not exist', { validFrom: '2026-02-30' }],
    ['a weight of nothing', { maxGrossGrams: 0 }],
    ['an id twice', { id: 'default' }],
  ])('%s is refused with the path of the file', (_, change) => {
    pack('wrong', change)
    expect(() => loadRulePacks(folder)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        details: { path: join(folder, 'wrong.json') },
      }),
    )
  })

  test('broken JSON and a folder without a default are refused', () => {
    writeFileSync(join(folder, 'broken.json'), '{')
    expect(() => loadRulePacks(folder)).toThrow('is not JSON')
    rmSync(join(folder, 'broken.json'))
    pack('default', { countries: ['US'] })
    expect(() => loadRulePacks(folder)).toThrow('every country')
  })
})
