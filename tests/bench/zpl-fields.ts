import { createBitmap } from '#electron/printing/bitmap.ts'
import { encodeZpl } from '#electron/printing/languages/zpl.ts'
import type { LabelElement } from '#shared/label/document.ts'
import { readZpl } from '#tests/support/zpl-stream.ts'
import type { BenchRow } from './bench-row.ts'
import { jszplData, jszplLabel } from './support/jszpl-label.ts'
import { type Field, markFields } from './support/mark-fields.ts'
import { inTurn } from './support/turns.ts'

// Literals, since spreading would cost more than the encoder.
const element = ({ kind, data, x, y, height }: Field): LabelElement =>
  kind === 'qr'
    ? {
        kind,
        name: kind,
        data,
        errorCorrection: 'M',
        moduleDots: 4,
        modules: 25,
        x: x / 8,
        y: y / 8,
        width: height / 8,
        height: height / 8,
      }
    : {
        kind: 'code128',
        name: kind,
        data,
        moduleDots: 2,
        modules: 100,
        x: x / 8,
        y: y / 8,
        width: 25,
        height: height / 8,
      }

const noPicture = createBitmap(800, 1200)

/**
 * What a box mark says, in native fields: from a plain list of texts and symbols to the bytes of a label, against jszpl.
 * Neither draws. jszpl writes texts in a font of the printer; we never do, so that each is a Code 128 of ours.
 */
export const zplFields: BenchRow = async () => {
  const fields = markFields()
  const ours = (): Uint8Array =>
    encodeZpl({ width: 100, height: 150, elements: fields.map(element) }, 8, () => noPicture)
  const theirs = (): Uint8Array => jszplLabel(fields)
  const bars = fields.map((field): Field =>
    field.kind === 'text' ? { ...field, kind: 'code128' } : field,
  )
  const theirBars = (): Uint8Array => jszplLabel(bars)

  const said = JSON.stringify(fields.map(({ data }) => data))
  const streams = [
    readZpl(ours()).symbols.map(({ data }) => data),
    jszplData(theirs()),
    jszplData(theirBars()),
  ]
  if (streams.some((data) => JSON.stringify(data) !== said)) throw new Error('the labels differ')

  const turns = inTurn(ours, theirs, { rounds: 200, times: 50 })
  const alike = inTurn(ours, theirBars, { rounds: 200, times: 50 })
  const micro = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`
  return [
    {
      name: 'ZPL rate of a text mark in native fields ÷ jszpl',
      ratio: turns.theirs / turns.ours,
      goal: 2,
      better: 'higher',
      detail: `${micro(turns.ours)} against ${micro(turns.theirs)} a label of ${fields.length} fields, ${turns.rounds} rounds of 50 in turn; were jszpl's texts Code 128 too, ${micro(alike.ours)} against ${micro(alike.theirs)}`,
    },
  ]
}
