import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { localTime } from './local-time.ts'

afterEach(() => void vi.unstubAllEnvs())

const moments = fc.date({
  min: new Date('1971-01-01T00:00:00Z'),
  max: new Date('2120-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('the time on the wall', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-27T06:03:09+08:00'],
    ['Asia/Kathmandu', '2026-11-27T03:48:09+05:45'],
    ['America/St_Johns', '2026-11-26T18:33:09-03:30'],
    ['UTC', '2026-11-26T22:03:09+00:00'],
  ])('is told with its offset in %s, and says the very moment', (zone, shown) => {
    vi.stubEnv('TZ', zone)
    expect(localTime(new Date('2026-11-26T22:03:09.999Z'))).toBe(shown)
    fc.assert(
      fc.property(moments, (moment) => {
        expect(Date.parse(localTime(moment))).toBe(Math.floor(moment.getTime() / 1000) * 1000)
      }),
    )
  })
})
