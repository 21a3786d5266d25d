import type { ScaleReport } from '#shared/domain/scale-protocol.ts'
import type { ScaleReading } from '#shared/domain/scale-reading.ts'
import type { ScaleState } from '#shared/domain/scale-state.ts'
import { isAtRest, settle, type Stability } from '#shared/domain/stability.ts'
import type { DeviceLink } from '../links/link.ts'
import type { After } from '../links/reconnecting-link.ts'
import { createListeners } from '../listeners.ts'
import type { ScaleProtocol } from './protocols/protocol.ts'
import type { Scale } from './scale.ts'

interface LinkScaleParts {
  readonly link: DeviceLink
  readonly protocol: ScaleProtocol
  readonly after: After
}

/** Indicators send several times a second; one that is quiet for so long has stopped. In milliseconds. */
const silentMs = 1_500
/** Between two questions to a scale that speaks only when asked, in milliseconds. */
const askMs = 125

/** A scale at the other end of a line. */
export const createLinkScale = ({ link, protocol, after }: LinkScaleParts): Scale => {
  const readings = createListeners<ScaleReading>()
  const states = createListeners<ScaleState>()
  let parser = protocol.createParser()
  let state: ScaleState = link.state() === 'open' ? 'silent' : 'absent'
  let atRest: Stability | null = null
  let stopWaiting = (): void => undefined
  let stopAsking = (): void => undefined
  let asked = 0

  const become = (next: ScaleState): void => {
    if (next !== 'live') atRest = null
    if (state === next) return
    state = next
    states.tell(next)
  }

  const expectMore = (): void => {
    stopWaiting()
    stopWaiting = after(silentMs, () => become('silent'))
  }

  const ask = (): void => {
    const question = protocol.asks[asked % protocol.asks.length]
    if (question === undefined) return
    asked += 1
    // What cannot be asked is told by the line itself, or by the silence that follows.
    void link.write(Buffer.from(question, 'latin1')).catch(() => undefined)
    stopAsking = after(askMs, ask)
  }

  const isStable = ({ stable, grams }: ScaleReport & { kind: 'weight' }, at: number): boolean => {
    atRest = settle(atRest, grams, at)
    return stable ?? isAtRest(atRest, at)
  }

  const take = (report: ScaleReport, at: number): void => {
    if (report.kind === 'weight') {
      const stable = isStable(report, at)
      become('live')
      readings.tell({ grams: report.grams, stable, net: report.net, at })
      return
    }
    atRest = null
    if (report.kind !== 'motion') become(report.kind)
  }

  const leaves = [
    link.onBytes(({ bytes, at }) => {
      const reports = parser.push(bytes)
      const { frames, bad, noise } = parser.counts()
      if (reports.length > 0) expectMore()
      else if (frames === 0 && bad + noise > 0) {
        expectMore()
        become('unreadable')
      }
      for (const report of reports) take(report, at)
    }),
    link.onState((now) => {
      stopWaiting()
      stopAsking()
      // Half a frame of before the break is no beginning of what comes after it.
      parser = protocol.createParser()
      atRest = null
      state = now === 'open' ? 'silent' : 'absent'
      // Told even when it was absent before: the reason may be another one.
      states.tell(state)
      if (now === 'open') ask()
    }),
  ]
  if (link.state() === 'open') ask()

  const commanded = (command: string | null) =>
    command === null ? null : () => link.write(Buffer.from(command, 'latin1'))

  return {
    state: () => state,
    problem: link.problem,
    onBytes: link.onBytes,
    pause: link.pause,
    onReading: readings.add,
    onState: states.add,
    counts: () => parser.counts(),
    tare: commanded(protocol.tare),
    zero: commanded(protocol.zero),
    close: async () => {
      for (const leave of leaves) leave()
      stopWaiting()
      stopAsking()
      become('absent')
      await link.close()
    },
  }
}
