import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printerConfigSchema, type PrinterSetupView } from '#shared/contract/printer-views.ts'
import { draftOf, readDraft } from './draft.ts'

const setup: PrinterSetupView = {
  printers: [
    {
      id: 'printer-1',
      name: 'Zebra',
      address: 'tcp://192.168.1.40:9100',
      language: 'zpl',
      dpi: 300,
      media: '100x100',
      offset: { x: -3, y: 8 },
      speed: 4.5,
      darkness: null,
    },
  ],
  defaultPrinter: 'printer-1',
  labelPrinters: {},
}

describe('a printer in the form', () => {
  it('comes back as it was', () => {
    expect(readDraft(setup, draftOf(setup, 'printer-1'))).toEqual({
      ok: true,
      printer: setup.printers[0],
    })
    expect(draftOf(setup, 'printer-1').forMarks).toBe(true)
  })

  it('that is new gets an id that no other has, and prints marks only where it is the first', () => {
    const draft = { ...draftOf(setup, null), name: 'B', address: 'tcp://10.0.0.9' }
    expect(draft.forMarks).toBe(false)
    const read = readDraft(setup, draft)
    expect(read.ok && read.printer.id).toBe('printer-2')
    expect(draftOf({ ...setup, printers: [] }, null).forMarks).toBe(true)
  })

  it.each([
    ['name', { name: '  ' }],
    ['address', { address: 'tcp://' }],
    ['offsetX', { offsetX: '1.5' }],
    ['offsetY', { offsetY: '' }],
    ['speed', { speed: 'fast' }],
    ['darkness', { darkness: '1e9' }],
  ] as const)('names %s when it must be put right', (field, change) => {
    expect(readDraft(setup, { ...draftOf(setup, 'printer-1'), ...change })).toEqual({
      ok: false,
      field,
    })
  })

  it('is one the contract takes, or a field is named, whatever is typed', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 20 })
    const number = fc.oneof(typed, fc.integer().map(String), fc.double().map(String))
    fc.assert(
      fc.property(typed, typed, number, number, number, number, (name, address, x, y, v, k) => {
        const draft = {
          ...draftOf(setup, null),
          name,
          address,
          offsetX: x,
          offsetY: y,
          speed: v,
          darkness: k,
        }
        const read = readDraft(setup, draft)
        if (read.ok) expect(printerConfigSchema.safeParse(read.printer).success).toBe(true)
      }),
    )
  })
})
