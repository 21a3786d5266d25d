import { describe, expect, it } from 'vitest'
import type { DevicesView } from '#shared/contract/views.ts'
import { lostDevices } from './lost-devices.ts'

const devices = (printer: DevicesView['printer']['state']): DevicesView => ({
  printer: { state: printer, name: 'P', problem: null },
  scanner: { state: 'ok', name: 'S', problem: null },
  scale: { state: 'absent', name: '', problem: null },
})

describe('lostDevices', () => {
  it('names a device that worked and is gone', () => {
    expect(lostDevices(devices('ok'), devices('problem'))).toEqual(['printer'])
    expect(lostDevices(devices('ok'), devices('absent'))).toEqual(['printer'])
  })
  it('is silent about what was never well, and at the start', () => {
    expect(lostDevices(devices('unknown'), devices('problem'))).toEqual([])
    expect(lostDevices(null, devices('problem'))).toEqual([])
  })
})
