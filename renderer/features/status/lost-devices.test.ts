import { describe, expect, it } from 'vitest'
import type { DevicesView } from '#shared/contract/views.ts'
import { lostDevices } from './lost-devices.ts'

type State = DevicesView['printer']['state']

const device = (name: string, state: State) => ({ name, state, problem: null })
const devices = (printer: State, ...scanners: readonly State[]): DevicesView => ({
  printer: device('P', printer),
  scanner: device('S', 'problem'),
  scanners: scanners.map((state, index) => ({ id: `s${index}`, ...device(`S${index}`, state) })),
  scale: device('', 'absent'),
})

describe('lostDevices', () => {
  it('names a device that worked and is gone', () => {
    for (const state of ['problem', 'absent'] as const) {
      expect(lostDevices(devices('ok'), devices(state))).toEqual([
        { kind: 'printer', device: device('P', state) },
      ])
    }
  })
  it('is silent about what was never well, and at the start', () => {
    expect(lostDevices(devices('unknown', 'unknown'), devices('problem', 'problem'))).toEqual([])
    expect(lostDevices(null, devices('problem', 'problem'))).toEqual([])
  })
  it('names each scanner, though another one is lost already', () => {
    expect(
      lostDevices(devices('ok', 'problem', 'ok'), devices('ok', 'problem', 'problem')),
    ).toEqual([{ kind: 'scanner', device: { id: 's1', ...device('S1', 'problem') } }])
  })
})
