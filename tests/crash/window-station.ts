import type { ChildProcess } from 'node:child_process'
import { expect, type Page } from '@playwright/test'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import { launchStation } from '#tests/e2e/support/station-app.ts'
import { plugInScanner } from '#tests/e2e/support/wedge-scanner.ts'
import type { OpenStation, StationAtWork } from './station-at-work.ts'
import { createWitness, type Observation, type Witness } from './witness.ts'

interface Listening {
  readonly heard: (name: string, payload: unknown) => void
  readonly station: {
    readonly on: Record<string, (listener: (payload: unknown) => void) => unknown>
  }
}

/** Listens in the page itself: what comes here has crossed the bridge. */
const attachWitness = async (
  page: Page,
  observed: (observation: Observation) => void,
): Promise<Witness> => {
  const { witness, heard } = createWitness(observed)
  await page.exposeFunction('heard', heard)
  await page.evaluate(() => {
    const { station, heard: tell } = globalThis as unknown as Listening
    for (const name of ['bench', 'scale', 'sync']) {
      station.on[name]?.((payload) => tell(name, payload))
    }
  })
  const snapshot = await askStation(page, 'bench.snapshot', undefined)
  if (!snapshot.ok) throw new Error(`no bench: ${JSON.stringify(snapshot.error)}`)
  heard('bench', snapshot.value.state)
  return witness
}

/** The real program with its window; its scanner types keys. */
export interface WindowStation extends StationAtWork {
  readonly page: Page
}

export const openWindowStation: OpenStation<WindowStation> = async (wanted) => {
  const { home, settings, observed, launched } = wanted
  const { electron, page, close } = await launchStation({ home, settings })
  const program: ChildProcess = electron.process()
  launched(program)
  // Keys pressed before the page listens are lost, and no answer says otherwise.
  await expect(page.getByTestId('scan-feedback')).toBeAttached()
  const witness = await attachWitness(page, observed)
  const { scan } = await plugInScanner(page)
  return { page, witness, scan, ask: (name, input) => askStation(page, name, input), close }
}
