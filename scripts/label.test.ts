import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boxMark, markItem } from '#tests/support/box-marks.ts'
import { drawZpl, readByZxing } from '#tests/support/label-oracles.ts'
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
  [
    ['--language', 'epl', '--dpi', '203', '--out', 'x'],
    /--language epl is not supported; supported: zpl, tspl, png/,
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
