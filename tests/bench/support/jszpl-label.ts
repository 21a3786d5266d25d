import {
  Barcode,
  BarcodeType,
  BarcodeTypeName,
  FontFamily,
  FontFamilyName,
  Label,
  Spacing,
  Text,
} from 'jszpl'
import type { Field } from './mark-fields.ts'

const place = (component: Barcode | Text, { x, y, height }: Field): void => {
  component.fixed = true
  component.left = x
  component.top = y
  component.width = 600
  component.height = height
}

const textOf = (field: Field): Text => {
  const text = new Text()
  place(text, field)
  text.fontFamily = new FontFamily(FontFamilyName.D)
  text.text = field.data
  return text
}

const barcodeOf = (field: Field): Barcode => {
  const barcode = new Barcode()
  place(barcode, field)
  barcode.interpretationLine = false
  const type = field.kind === 'qr' ? BarcodeTypeName.QRCode : BarcodeTypeName.Code128
  barcode.type = new BarcodeType(type)
  if (field.kind === 'code128') barcode.subset = 'B'
  barcode.data = field.data
  return barcode
}

/** A label of 100×150 mm by jszpl, as its README builds them. */
export const jszplLabel = (fields: readonly Field[]): Uint8Array => {
  const label = new Label()
  label.width = 100
  label.height = 150
  label.padding = new Spacing(0)
  for (const field of fields)
    label.content.push(field.kind === 'text' ? textOf(field) : barcodeOf(field))
  return Buffer.from(label.generateZPL(), 'ascii')
}

/** The data of such a label's fields, in order. */
export const jszplData = (label: Uint8Array): readonly string[] =>
  Array.from(
    Buffer.from(label)
      .toString('ascii')
      .matchAll(/\^FD(?:>:|QA,)?([^^]*)\^FS/g),
    ([, data]) => String(data),
  )
