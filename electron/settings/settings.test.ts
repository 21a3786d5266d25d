import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { loadSettings, saveLanguage, stationHome } from './index.ts'

const live = {
  language: 'en',
  mode: 'live',
  station: { name: 'Bench 7' },
  api: { url: 'http://127.0.0.1:4600', pairingCode: '7KQF-X3MB' },
  printers: [
    {
      id: 'p1',
      name: 'Zebra',
      address: 'tcp://192.168.1.50:9100',
      language: 'zpl',
      dpi: 203,
      media: '100x150',
    },
  ],
  defaultPrinter: 'p1',
  scanners: [{ id: 's1', address: 'wedge' }],
  scale: null,
}
const [printer] = live.printers

let home: string
const file = (): string => join(home, 'settings.json')
const write = (settings: unknown): void => writeFileSync(file(), JSON.stringify(settings))
const refusal = (act: () => unknown = () => loadSettings(home)): AppError => {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('was taken')
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(home, { recursive: true }))

describe('settings', () => {
  test('without a file the station trains with virtual devices', () => {
    expect(loadSettings(home)).toMatchObject({
      language: 'zh-CN',
      mode: 'training',
      printers: [{ address: 'virtual', language: 'zpl', dpi: 203, media: '100x150' }],
      defaultPrinter: 'virtual',
      scanners: [{ address: 'virtual' }],
      scale: { address: 'virtual' },
    })
    expect(readdirSync(home)).toEqual([])
  })

  test('a full file is taken as it stands', () => {
    write(live)
    expect(loadSettings(home)).toEqual(live)
  })

  test('a byte order mark does no harm', () => {
    writeFileSync(file(), `\uFEFF${JSON.stringify(live)}`)
    expect(loadSettings(home).station.name).toBe('Bench 7')
  })

  test('what is left out has a default', () => {
    write({ mode: 'live', api: live.api, printers: live.printers })
    expect(loadSettings(home)).toMatchObject({
      language: 'zh-CN',
      defaultPrinter: 'p1',
      scanners: [{ address: 'wedge' }],
      scale: null,
    })
  })

  test.each([
    [{ ...live, languag: 'en' }, 'languag', 'did you mean language?'],
    [
      { ...live, api: { ...live.api, paringCode: 'x' } },
      'api.paringCode',
      'did you mean pairingCode?',
    ],
    [
      { ...live, printers: [{ ...printer, adress: 'x' }] },
      'printers[0].adress',
      'did you mean address?',
    ],
    [{ ...live, xyzzy: 1 }, 'xyzzy', 'known are language, mode'],
    [{ ...live, printers: [{ ...printer, dpi: 600 }] }, 'printers[0].dpi', 'one of: 203, 300'],
    [
      { ...live, printers: [{ ...printer, language: 'escpos' }] },
      'printers[0].language',
      'supported: zpl, tspl',
    ],
    [
      { ...live, printers: [{ ...printer, address: 'virtual', language: 'tspl' }] },
      'printers[0].language',
      'reads zpl',
    ],
    [
      { ...live, printers: [{ ...printer, address: 'virtual', dpi: 300 }] },
      'printers[0].dpi',
      'has 203',
    ],
    [
      { ...live, printers: [{ ...printer, media: '72' }] },
      'printers[0].media',
      'supported: 100x150',
    ],
    [
      { ...live, printers: [{ ...printer, address: 'cups:Zebra' }] },
      'printers[0].address',
      'supported are tcp://host:port, file:path and virtual',
    ],
    [{ ...live, printers: [{ ...printer, address: 'tcp://' }] }, 'printers[0].address', 'must'],
    [
      { ...live, printers: [{ ...printer, address: 'lpt1' }] },
      'printers[0].address',
      'must be one of',
    ],
    [{ ...live, printers: [printer, printer] }, 'printers[1].id', 'already'],
    [{ ...live, printers: [] }, 'printers', 'at least one printer'],
    [{ ...live, defaultPrinter: 'p2' }, 'defaultPrinter', 'p1'],
    [{ ...live, scanners: [{ id: 's', address: 'hid:1:2' }] }, 'scanners[0].address', 'wedge'],
    [{ ...live, scale: { address: 'serial:COM3', protocol: 'x' } }, 'scale.address', 'virtual'],
    [{ ...live, api: { url: 'ftp://x' } }, 'api.url', 'http'],
    [{ mode: 'live', printers: live.printers }, 'api', 'is needed in live mode'],
    [{ ...live, station: { name: 'a\nb' } }, 'station.name', 'control'],
    [[], '', 'object'],
  ])('says what is wrong: %#', (settings, path, reason) => {
    write(settings)
    const error = refusal()
    expect(error.code).toBe('settings-invalid')
    expect(error.details).toMatchObject({ file: file(), path })
    expect(error.details['reason']).toContain(reason)
    expect(error.message).toContain(String(error.details['reason']))
  })

  test('lists everything that is wrong', () => {
    write({ ...live, languag: 'en', mode: 'life', printers: [{ ...printer, dpi: 1 }] })
    const error = refusal()
    expect(error.details['issues']).toBe(3)
    for (const path of ['languag:', 'mode:', 'printers[0].dpi:'])
      expect(error.message).toContain(path)
  })

  test('says where the file is not JSON', () => {
    writeFileSync(file(), '{\n  "language": "en"\n  "mode": "live"\n}')
    expect(refusal().message).toContain('line 3, column 3 should be a comma or }')
  })

  test('the language is saved, and nothing else changes', () => {
    write(live)
    saveLanguage(home, 'zh-CN')
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...live, language: 'zh-CN' })
    expect(readdirSync(home)).toEqual(['settings.json'])
  })

  test('the language is saved where there was no file', () => {
    saveLanguage(join(home, 'new'), 'en')
    expect(loadSettings(join(home, 'new'))).toMatchObject({ language: 'en', mode: 'training' })
  })

  test('an invalid file is never overwritten', () => {
    const text = '{ "language": "klingon" }'
    writeFileSync(file(), text)
    expect(refusal(() => saveLanguage(home, 'en')).code).toBe('settings-invalid')
    expect(readFileSync(file(), 'utf8')).toBe(text)
  })

  test('LINKSTAR_HOME is the data folder, else the platform says', () => {
    expect(stationHome({ LINKSTAR_HOME: 'data' }, '/app')).toBe(resolve('data'))
    expect(stationHome({ LINKSTAR_HOME: ' ' }, '/app')).toBe('/app')
    expect(stationHome({}, '/app')).toBe('/app')
  })
})
