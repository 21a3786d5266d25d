import { vi } from 'vitest'
import { type ScaleProtocolId, scaleProtocols } from '#shared/domain/scale-protocol.ts'
import { openScale } from '#electron/devices/index.ts'
import { openPtyPair } from '#tests/support/pty-pair.ts'
import { toledoWithCheck, type WriteFrame } from '#tests/support/scale-frames.ts'
import { openIndicator } from '#tests/support/scale-indicator.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { scaleContract } from './scale.contract.ts'

/** Pace of the questions to a scale, in milliseconds: the test asks them itself. */
const askMs = 125
/** A port that is not there is tried again after this time, in milliseconds. */
const retryMs = 1_000

const contract = (name: string, protocol: ScaleProtocolId, write?: WriteFrame): void =>
  scaleContract(name, async () => {
    const cable = await openPtyPair(tempFolder(), 'scale')
    const indicator = openIndicator(protocol, cable, write)
    let now = 0
    let told = 0
    let ask = (): void => undefined
    const scale = openScale(
      { address: `serial:${cable.path}?baud=9600`, protocol },
      {
        listPorts: () => Promise.resolve([]),
        after: (ms, run) => {
          if (ms === askMs) ask = run
          const timer = ms === retryMs ? setTimeout(run, 5) : undefined
          return () => clearTimeout(timer)
        },
        // Each piece that arrives comes a tenth of a second after the last.
        clock: () => (now += 100),
      },
    )
    scale.onReading(() => {
      told += 1
    })
    const until = (check: () => boolean): Promise<void> =>
      vi.waitFor(
        () => {
          if (!check()) throw new Error(`${name} is ${scale.state()} after ${told} readings`)
        },
        { timeout: 10_000, interval: 2 },
      )
    const send = (): Promise<void> =>
      indicator.isAsked ? Promise.resolve(ask()) : indicator.tick()
    const seen = (): number => {
      const { frames, bad, noise } = scale.counts()
      return frames + bad + noise
    }
    /** One more reading, and none that is still on its way. */
    const step = async (): Promise<void> => {
      const before = told
      const isTold = (): boolean => told > before
      // An answer about the tare is a frame, and no reading.
      while (!isTold()) {
        const { frames } = scale.counts()
        await send()
        await until(() => scale.counts().frames > frames)
      }
    }
    /** Nothing is on its way, and the next frame is believed. */
    const begin = async (): Promise<void> => {
      await until(() => scale.state() !== 'absent')
      // It was asked as soon as it was there.
      if (indicator.isAsked) return until(() => seen() > 0)
      if (protocol === 'yaohua-a9') return
      if (protocol !== 'toledo') return cable.send('\r\n')
      // Whether a checksum follows is known after a few frames; until then each is told with the next.
      const before = told
      for (let frames = 0; frames < 4; frames += 1) await indicator.tick()
      await until(() => told === before + 4)
    }
    await begin()
    return {
      scale,
      division: 1,
      place: indicator.place,
      clear: indicator.clear,
      step: () => (scale.state() === 'absent' ? indicator.tick() : step()),
      plug: {
        out: cable.unplug,
        in: async () => {
          await cable.plug()
          await begin()
        },
      },
      end: cable.unplug,
    }
  })

for (const id of scaleProtocols) {
  if (id !== 'hid') contract(id, id)
}
contract('toledo with a checksum', 'toledo', toledoWithCheck)
