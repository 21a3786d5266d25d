import { expect, test } from 'vitest'
import { pictureOf, readByZxing } from '#tests/support/label-oracles.ts'
import type { QrElement } from '#shared/label/document.ts'
import { createBitmap } from './bitmap.ts'
import { drawQr, measureSymbol } from './symbols.ts'

const element = (data: string): QrElement => {
  const modules = measureSymbol('qr', data)
  const side = modules * 3 + 60
  const place = { x: 30, y: 30, width: side, height: side }
  return { kind: 'qr', name: 'qr', data, errorCorrection: 'M', moduleDots: 3, modules, ...place }
}

test.each([
  ['as many bytes as fit', 'a'.repeat(779)],
  ['codes that change mode all the time', 'BT-SPK-000-BLK*12,'.repeat(44).slice(0, 779)],
  ['a few bytes', 'LSC1'],
])('a QR code of %s keeps the size the layout was told', async (_, data) => {
  const qr = element(data)
  const bitmap = createBitmap(qr.width, qr.height)
  drawQr(bitmap, qr, 1)
  const { stride, data: bytes, width, height } = bitmap
  const isBlack = (x: number, y: number): boolean =>
    (((bytes[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1
  expect(await readByZxing(pictureOf({ width, height, isBlack }))).toEqual([data])
  const right = 30 + qr.modules * 3
  expect([isBlack(right - 1, 30), isBlack(right, 30), isBlack(right - 21, 30)]).toEqual([
    true,
    false,
    true,
  ])
})
