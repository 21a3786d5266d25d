import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boxMark, markItem } from '#tests/support/box-marks.ts'
import { drawZpl, readByZxing } from '#tests/support/label-oracles.ts'
import { palletLabel, parkingLabel, rulerLabel, unitLabel } from '#tests/support/other-labels.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'label.ts'), ...args], {
    encoding: 'utf8',
  })

const cartonFile = (folder: string, carton: unknown): string => {
  const file = join(folder, 'carton.json')
  writeFileSync(file, JSON.stringify(carton))
  return file
}

test('a carton becomes a ZPL label and a picture of it', async () => {
  const folder = tempFolder()
  const input = cartonFile(folder, boxMark())
  const zpl = join(folder, 'mark.zpl')
  const png = join(folder, 'mark.png')
  expect(run(input, '--language', 'zpl', '--dpi', '203', '--out', zpl)).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(
    run(input, '--language', 'png', '--dpi', '203', '--out', png, '--side', '2', '--copy', '1')
      .status,
  ).toBe(0)
  const read = await readByZxing(await drawZpl(readFileSync(zpl)))
  expect(read).toContain('LS0003041187N')
  expect(await readByZxing(readFileSync(png))).toEqual(read)
})

test.each([
  ['100x100', 100, 100],
  ['100x60', 100, 60],
] as const)('a carton becomes a label of %s', async (media, width, height) => {
  const folder = tempFolder()
  const zpl = join(folder, 'mark.zpl')
  const options = ['--language', 'zpl', '--dpi', '203', '--media', media, '--out', zpl]
  expect(run(cartonFile(folder, boxMark()), ...options)).toMatchObject({ status: 0, stderr: '' })
  const drawn = await drawZpl(readFileSync(zpl), 8, { width, height })
  expect(await readByZxing(drawn)).toContain('LS0003041187N')
})

test.each([
  ['pallet', '100x150', palletLabel(), 'LSP0000001234K'],
  ['unit', '60x30', unitLabel(), 'X001234567'],
  ['parking', '72', parkingLabel(), 'LS!LS0003041187N'],
  ['ruler', '100x60', rulerLabel(), 'LSR:TL'],
])('a file that names its kind becomes a %s label', async (_kind, media, label, code) => {
  const folder = tempFolder()
  const png = join(folder, 'label.png')
  const options = ['--language', 'png', '--dpi', '300', '--media', media, '--out', png]
  expect(run(cartonFile(folder, label), ...options)).toMatchObject({ status: 0, stderr: '' })
  expect(await readByZxing(readFileSync(png))).toContain(code)
})

test.each([
  ['a field of another kind', palletLabel({ side: 5 as 4 }), '100x150', /^side: /],
  ['a kind that there is none of', { kind: 'poster' }, '100x150', /^kind: /],
  ['media of another size', unitLabel(), '100x150', /a unit label is not for 100x150/],
  [
    'a barcode too long for its label',
    unitLabel({ fnsku: 'X'.repeat(32) }),
    '50x25',
    /code128 leaves the printable area/,
  ],
])('%s is refused in other labels too', (_, label, media, message) => {
  const folder = tempFolder()
  const out = join(folder, 'x')
  const options = ['--language', 'zpl', '--dpi', '203', '--media', media, '--out', out]
  const { status, stderr } = run(cartonFile(folder, label), ...options)
  expect(stderr).toMatch(message)
  expect(status).toBe(2)
  expect(existsSync(out)).toBe(false)
})

test.each([
  [
    ['--language', 'epl', '--dpi', '203', '--out', 'x'],
    /--language epl is not supported; supported: zpl, tspl, escpos, png/,
  ],
  [
    ['--language', 'zpl', '--dpi', '600', '--out', 'x'],
    /--dpi 600 is not supported; supported: 203, 300/,
  ],
  [['--language', 'zpl', '--dpi', '203'], /--out is missing/],
  [
    ['--language', 'zpl', '--dpi', '203', '--out', 'x', '--page', '2'],
    /--page 2: this carton's mark has 1/,
  ],
  [
    ['--language', 'zpl', '--dpi', '203', '--out', 'x', '--side', '3'],
    /--side 3 is not supported; supported: 1, 2/,
  ],
  [
    ['--language', 'zpl', '--dpi', '203', '--out', 'x', '--media', '80'],
    /--media 80 is not supported; supported: 100x150, 100x100, 100x60, 72, 60x30, 50x25/,
  ],
  [['--colour', 'red'], /Unknown option '--colour'/],
])('a command line with %j is refused', (args, message) => {
  const { status, stderr } = run(cartonFile(tempFolder(), boxMark()), ...args)
  expect(stderr).toMatch(message)
  expect(status).toBe(2)
})

test.each([
  ['a field that is missing', { ...boxMark(), orderNo: undefined }, /^orderNo: /],
  [
    'a field deep inside',
    boxMark({ items: [markItem('A-1'), markItem('A-2', { quantity: 0 })] }),
    /^items\[1\]\.quantity: /,
  ],
  [
    'a check character that is wrong',
    { ...boxMark(), cartonCode: 'LS0003041187M' },
    /^cartonCode: /,
  ],
  [
    'a control character',
    boxMark({ sellerName: 'a\nb' }),
    /^sellerName: must not contain control characters/,
  ],
  [
    'a character without glyph',
    boxMark({ items: [markItem('A-1', { nameZh: '𠮷' })] }),
    /^items\[0\]\.nameZh: .*U\+20BB7/,
  ],
])('%s is refused by its path', (_, carton, message) => {
  const folder = tempFolder()
  const out = join(folder, 'out.zpl')
  const { status, stderr } = run(
    cartonFile(folder, carton),
    '--language',
    'zpl',
    '--dpi',
    '203',
    '--out',
    out,
  )
  expect(stderr).toMatch(message)
  expect(status).toBe(2)
  expect(existsSync(out)).toBe(false)
})

test('a file that is not JSON, cannot be read or cannot be written is named', () => {
  const folder = tempFolder()
  const broken = join(folder, 'broken.json')
  writeFileSync(broken, '{')
  const options = ['--language', 'zpl', '--dpi', '203', '--out']
  expect(run(broken, ...options, join(folder, 'x'))).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(`${broken} is not JSON`) as string,
  })
  expect(run(join(folder, 'none.json'), ...options, join(folder, 'x'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('none.json: ENOENT') as string,
  })
  expect(run(cartonFile(folder, boxMark()), ...options, join(folder, 'no', 'x'))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/cannot write .*ENOENT/) as string,
  })
})
