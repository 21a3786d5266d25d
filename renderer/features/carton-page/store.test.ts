import { describe, expect, it, vi } from 'vitest'
import type { FoundView, LookupView } from '#shared/contract/lookup-views.ts'
import { standInStation } from '#tests/support/station-client.ts'
import { createLookupStore, followLookup } from './store.ts'

const found = (text: string, exact: string | null = null): FoundView => ({
  text,
  exact,
  cartons: { rows: [], more: false },
  orders: { rows: [], more: false },
  goods: { rows: [], more: false },
})
const view = (rev: number, change: Partial<LookupView> = {}): LookupView => ({
  rev,
  isOpen: true,
  cartonCode: null,
  asked: null,
  ...change,
})
const problem = { code: 'lookup-open', message: '', details: {}, retryable: false } as const

const connected = () => {
  const station = standInStation({
    'lookup.snapshot': () => ({ ok: true, value: view(0) }),
    'cartons.search': (text) => ({ ok: true, value: found(String(text)) }),
  })
  const store = createLookupStore(station.client)
  followLookup(station.client, store)
  return { station, store, text: () => store.getState().found?.text }
}

describe('what is looked up', () => {
  it('shows what was found for the text that stands in the field, and for no earlier one', async () => {
    const { store, text } = connected()
    store.getState().type('BH')
    store.getState().type('BH-1')
    await vi.waitUntil(() => text() !== undefined)
    expect(text()).toBe('BH-1')
    store.getState().type(' ')
    expect(store.getState()).toMatchObject({ text: ' ', found: null, problem: null })
  })

  it('takes the place of what was typed by what is scanned, once', async () => {
    const { station, store, text } = connected()
    store.getState().type('BH-1')
    await vi.waitUntil(() => text() === 'BH-1')
    const asked = { seq: 1, text: '692', found: found('692'), problem: null }
    station.emit('lookup', view(1, { asked }))
    expect(store.getState()).toMatchObject({ text: '692', found: { text: '692' } })
    store.getState().type('MUG')
    await vi.waitUntil(() => text() === 'MUG')
    station.emit('lookup', view(2, { asked, cartonCode: 'LS1' }))
    expect(text()).toBe('MUG')
  })

  it('keeps what is shown when a scan is refused, and nothing once it is closed', () => {
    const { station, store } = connected()
    const asked = { seq: 1, text: '692', found: found('692'), problem: null }
    station.emit('lookup', view(1, { asked }))
    station.emit('lookup', view(2, { asked: { seq: 2, text: 'LS!DONE', found: null, problem } }))
    expect(store.getState()).toMatchObject({ text: '692', found: { text: '692' }, problem })
    station.emit('lookup', view(3, { isOpen: false }))
    expect(store.getState()).toMatchObject({ text: '', found: null, problem: null })
  })
})
