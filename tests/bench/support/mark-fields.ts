import { boxMark } from '#tests/support/box-marks.ts'

/** A text or symbol by its place in dots. */
export interface Field {
  readonly kind: 'text' | 'code128' | 'qr'
  readonly data: string
  readonly x: number
  readonly y: number
  readonly height: number
}

const rowHeight = 40

/** What an ordinary box mark says in ASCII, line by line, with its Code 128 and its QR code. */
export const markFields = (): readonly Field[] => {
  const mark = boxMark()
  const { orderNo, cartonCode, cartonNo, warehouse, service, dutyTerms, station, sealedAt } = mark
  const carton = [orderNo, `${cartonNo}`, warehouse.code, warehouse.nameEn]
  const address = [...warehouse.addressLines, warehouse.postcode]
  const items = mark.items.flatMap(({ sku, fnsku = '', nameEn, quantity }) => [
    sku,
    fnsku,
    nameEn,
    `${quantity}`,
  ])
  const texts = [...carton, ...address, service, dutyTerms, station, sealedAt, ...items]
  return [
    ...texts.map((data, row): Field => ({
      kind: 'text',
      data,
      x: 40,
      y: 30 + row * rowHeight,
      height: 30,
    })),
    { kind: 'code128', data: cartonCode, x: 40, y: 1050, height: 100 },
    { kind: 'qr', data: `LSC1;C=${cartonCode};O=${orderNo}`, x: 500, y: 40, height: 100 },
  ]
}
