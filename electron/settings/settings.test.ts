import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { loadSettings, saveLanguage, savePrinters, stationHome } from './index.ts'

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
      offset: { x: 3, y: -2 },
      speed: 4,
      darkness: 12,
    },
  ],
  defaultPrinter: 'p1',
  labelPrinters: { unit: 'p1' },
  scanners: [
    {
      id: 's1',
      name: 'Left',
      address: 'wedge',
      prefix: '~1',
      suffix: 'Enter',
      gapMs: 90,
    },
    { id: 's2', name: 'Right', address: 'wedge', prefix: '~2' },
    {
      id: 's3',
      name: 'Table',
      address: 'serial:/dev/ttyACM0?baud=115200&usb=0C2E:0B6A:S1',
      framing: 'stx-etx',
      prefix: 'A',
      suffix: 'Z',
      gapMs: 400,
    },
    { id: 's4', name: 'Gate', address: 'hid:0C2E:0B61' },
  ],
  operators: [{ id: 'op1', name: '王敏', badge: 'EMP-0001', role: 'supervisor' }],
  scale: null,
  markRolls: [{ id: 'ion', name: 'Lithium ion', barcode: 'ROLL-1', unCodes: ['UN3481'] }],
}
const [printer] = live.printers

const wedge = { id: 's', address: 'wedge' }
const serial = { id: 's', address: 'serial:COM3?baud=9600' }

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

  test('printers are saved as they were, and what is left to a printer is not written down', () => {
    write({ ...live, language: 'zh-CN' })
    const { printers, defaultPrinter, labelPrinters } = loadSettings(home)
    const [first] = printers
    if (first === undefined) throw new Error('no printer')
    const plain = {
      ...first,
      id: 'p2',
      offset: { x: 0, y: 0 },
      speed: null,
      darkness: null,
    }
    savePrinters(home, { printers: [...printers, plain], defaultPrinter, labelPrinters })
    expect(loadSettings(home)).toMatchObject({ language: 'zh-CN', printers: [printer, plain] })
    const { printers: written } = JSON.parse(readFileSync(file(), 'utf8')) as typeof live
    expect(Object.keys(written[1] ?? {})).toEqual([
      'id',
      'name',
      'address',
      'language',
      'dpi',
      'media',
    ])
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
      { ...live, printers: [{ ...printer, language: 'cpcl' }] },
      'printers[0].language',
      'one of: zpl, tspl, escpos',
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
      { ...live, printers: [{ ...printer, media: '80' }] },
      'printers[0].media',
      'must be one of: 100x150, 100x100, 100x60, 72, 60x30, 50x25',
    ],
    [
      { ...live, printers: [{ ...printer, media: '60x30' }] },
      'printers[0].media',
      'box marks need one of: 100x150, 100x100, 100x60, 72',
    ],
    [
      { ...live, printers: [{ ...printer, address: 'cups:Zebra 1' }] },
      'printers[0].address',
      'must name a queue of CUPS',
    ],
    [
      { ...live, printers: [{ ...printer, address: 'windows:' }] },
      'printers[0].address',
      'must name a printer of Windows',
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
    [{ ...live, scanners: [{ id: 's', address: 'hid:1:2' }] }, 'scanners[0].address', 'device'],
    [{ ...live, scanners: [{ id: 's', address: 'com3' }] }, 'scanners[0].address', 'wedge'],
    [
      { ...live, scanners: [{ id: 's', address: 'wedge', sufix: 'Tab' }] },
      'scanners[0].sufix',
      'did you mean suffix?',
    ],
    [{ ...live, scanners: [wedge, wedge] }, 'scanners[1].id', 'already the id'],
    [{ ...live, scanners: [serial, { ...serial, id: 's2' }] }, 'scanners[1].address', 'already'],
    [{ ...live, scanners: [{ ...serial, framing: 'etx' }] }, 'scanners[0].framing', 'stx-etx'],
    [{ ...live, scanners: [{ ...serial, prefix: '\u0002' }] }, 'scanners[0].prefix', 'control'],
    [{ ...live, scanners: [{ ...wedge, framing: 'cr' }] }, 'scanners[0].framing', 'serial'],
    [{ ...live, scanners: [{ ...wedge, suffix: '#' }] }, 'scanners[0].suffix', 'Enter, Tab'],
    [{ ...live, scanners: [{ ...wedge, gapMs: 121 }] }, 'scanners[0].gapMs', '120'],
    [{ ...live, scanners: [{ ...wedge, prefix: '扫' }] }, 'scanners[0].prefix', 'US keyboard'],
    [{ ...live, scanners: [wedge, { ...wedge, id: 'w2' }] }, 'scanners[0].prefix', 'tell'],
    [
      {
        ...live,
        scanners: [
          { ...wedge, prefix: '~' },
          { ...wedge, id: 'w2', prefix: '~2' },
        ],
      },
      'scanners[1].prefix',
      'begins',
    ],
    [
      { ...live, scanners: [{ id: 'v', address: 'virtual', gapMs: 5 }] },
      'scanners[0].gapMs',
      'virtual',
    ],
    [{ ...live, scale: { address: 'serial:COM3', protocol: 'x' } }, 'scale.protocol', 'toledo'],
    [{ ...live, scale: { address: 'COM3', protocol: 'toledo' } }, 'scale.address', 'serial:PORT'],
    [{ ...live, scale: { address: 'hid:1:2', protocol: 'hid' } }, 'scale.address', 'hid:0C2E'],
    [{ ...live, scale: { address: 'wedge', protocol: 'hid' } }, 'scale.address', 'for a scale'],
    [
      { ...live, scale: { address: 'serial:COM3', protocol: 'hid' } },
      'scale.protocol',
      'go with serial:COM3',
    ],
    [
      { ...live, operators: [{ id: 'a', badge: '4006381333931' }] },
      'operators[0].badge',
      'barcode of goods',
    ],
    [{ ...live, operators: [{ id: 'a', badge: 'LS!OUT' }] }, 'operators[0].badge', 'command code'],
    [
      {
        ...live,
        operators: [
          { id: 'a', badge: 'EMP-1' },
          { id: 'b', badge: 'EMP-1' },
        ],
      },
      'operators[1].badge',
      'already',
    ],
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
