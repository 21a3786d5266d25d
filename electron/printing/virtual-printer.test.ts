import { loadImage } from '@napi-rs/canvas'
import { expect, onTestFinished, test } from 'vitest'
import { cartonCode } from '#shared/domain/carton-code.ts'
import { boxMark } from '#tests/support/box-marks.ts'
import { createLabelRenderer } from './label-renderer.ts'
import { createVirtualPrinter } from './virtual-printer.ts'

const source = (file: string): URL => new URL(file, import.meta.url)

test('the virtual printer shows what it drew from the very bytes, and reads it as a scanner would', async () => {
  const renderer = createLabelRenderer({ workerUrl: source('label-worker.ts') })
  const printer = createVirtualPrinter({ workerUrl: source('virtual-printer-worker.ts') })
  onTestFinished(async () => {
    await renderer.close()
    await printer.close()
  })
  const shown: number[] = []
  printer.onPrint(({ id }) => shown.push(id))
  const mark = boxMark({ cartonCode: cartonCode(5) })
  const { bytes } = await renderer.render(
    { kind: 'box-mark', mark, label: { side: 1, page: 1, copy: 0 } },
    { language: 'zpl', dpi: 203, media: '100x100' },
  )
  await printer.print(bytes)
  const [print] = printer.prints()
  expect(print?.symbols.map(({ format, text }) => [format, text.slice(0, 20)]).toSorted()).toEqual([
    ['code128', mark.cartonCode],
    ['qr', `LSC1;C=${mark.cartonCode}`],
  ])
  expect(
    Buffer.from(print?.png ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')

  expect(await loadImage(Buffer.from(print?.png ?? '', 'base64'))).toMatchObject({
    width: 800,
    height: 800,
  })

  await expect(printer.print(Buffer.from('not a label'))).rejects.toMatchObject({
    code: 'internal',
  })
  for (let label = 0; label < 25; label += 1)
    await printer.print(Buffer.from('^XA^FO9,9^GB9,9,9^FS^XZ'))
  expect(printer.prints()).toHaveLength(24)
  expect(shown).toEqual(Array.from({ length: 26 }, (_, index) => index + 1))
})
