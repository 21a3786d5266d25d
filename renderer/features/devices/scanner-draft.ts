import type { DeviceListView, ScannerConfigView } from '#shared/contract/device-views.ts'
import type { ScanFraming } from '#shared/domain/scan-framing.ts'

/** A scanner while it is typed: whatever stands in the fields. */
export interface ScannerDraft {
  /** Of the scanner that is changed; null for a new one. */
  readonly id: string | null
  readonly name: string
  readonly address: string
  readonly framing: ScanFraming
  readonly prefix: string
  readonly suffix: string
  readonly gap: string
}

export type DraftField = 'name' | 'address' | 'gap'

export const draftOf = (config: ScannerConfigView): ScannerDraft => ({
  id: config.id,
  name: config.name,
  address: config.address,
  framing: config.framing ?? 'line',
  prefix: config.prefix ?? '',
  suffix: config.suffix ?? '',
  gap: config.gapMs === undefined ? '' : String(config.gapMs),
})

export const newDraft = (address: string, name: string): ScannerDraft => ({
  id: null,
  name,
  address,
  framing: 'line',
  prefix: '',
  suffix: '',
  gap: '',
})

/** An id that no scanner has: ids stay, names may change. */
const freshId = (list: DeviceListView): string => {
  const taken = new Set(list.scanners.map(({ config }) => config.id))
  for (let number = 1; ; number += 1) {
    const id = `scanner-${number}`
    if (!taken.has(id)) return id
  }
}

export const isSerial = (address: string): boolean => address.trim().startsWith('serial:')

const wholeMs = /^\d{1,4}$/
const mostMs = 2_000

export type ReadDraft =
  | { readonly ok: true; readonly config: ScannerConfigView }
  /** The field that must be put right first. */
  | { readonly ok: false; readonly field: DraftField }

export const readDraft = (list: DeviceListView, draft: ScannerDraft): ReadDraft => {
  const name = draft.name.trim()
  const address = draft.address.trim()
  const gap = draft.gap.trim()
  if (name === '') return { ok: false, field: 'name' }
  if (address === '') return { ok: false, field: 'address' }
  const gapMs = Number(gap)
  if (gap !== '' && (!wholeMs.test(gap) || gapMs < 1 || gapMs > mostMs)) {
    return { ok: false, field: 'gap' }
  }
  const { prefix, suffix, framing } = draft
  return {
    ok: true,
    config: {
      id: draft.id ?? freshId(list),
      name,
      address,
      // What is usual is not written down, and only a serial line has an end to name.
      ...(isSerial(address) && framing !== 'line' ? { framing } : {}),
      ...(prefix === '' ? {} : { prefix }),
      ...(suffix === '' ? {} : { suffix }),
      ...(gap === '' ? {} : { gapMs }),
    },
  }
}
