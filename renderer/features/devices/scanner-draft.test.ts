import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DeviceListView, scannerConfigSchema } from '#shared/contract/device-views.ts'
import { draftOf, newDraft, readDraft } from './scanner-draft.ts'

const config = {
  id: 'scanner-1',
  name: 'Left',
  address: 'serial:COM3?baud=9600',
  framing: 'stx-etx',
  prefix: '~',
  gapMs: 80,
} as const
const list: DeviceListView = {
  scanners: [{ config, state: 'open', problem: null, counters: {} }],
  scale: null,
}

describe('a scanner in the form', () => {
  it('comes back as it was', () => {
    expect(readDraft(list, draftOf(config))).toEqual({ ok: true, config })
  })

  it('that is new gets an id that no other has, and says only what is not usual', () => {
    expect(readDraft(list, newDraft('hid:0C2E:0B61', 'Right'))).toEqual({
      ok: true,
      config: { id: 'scanner-2', name: 'Right', address: 'hid:0C2E:0B61' },
    })
  })

  it.each([
    ['name', { name: ' ' }],
    ['address', { address: '' }],
    ['gap', { gap: '0' }],
    ['gap', { gap: '2001' }],
  ] as const)('names %s when it must be put right', (field, change) => {
    expect(readDraft(list, { ...draftOf(config), ...change })).toEqual({ ok: false, field })
  })

  it('is one the contract takes, or a field is named, whatever is typed', () => {
    const typed = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(typed, typed, typed, typed, (name, address, prefix, gap) => {
        const read = readDraft(list, { ...draftOf(config), name, address, prefix, gap })
        if (read.ok) expect(scannerConfigSchema.safeParse(read.config).success).toBe(true)
      }),
    )
  })
})
