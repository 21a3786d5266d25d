import type { ChildProcess } from 'node:child_process'
import type { RequestName } from '#shared/contract/channels.ts'
import type { Answer, RequestInput, RequestOutput } from '#shared/contract/ipc.ts'
import type { StationSettings } from '#tests/e2e/support/station-settings.ts'
import type { Observation, Witness } from './witness.ts'

/** A station in processes of its own, with somebody who watches it. */
export interface StationAtWork {
  readonly witness: Witness
  /** Resolves when the station has taken the scan; its answer comes to the witness. */
  readonly scan: (text: string) => Promise<void>
  readonly ask: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<Answer<RequestOutput<Name>>>
  /** Ends it as the packer ends it. */
  readonly close: () => Promise<void>
}

/** Starts the station on this folder. */
export type OpenStation<Station extends StationAtWork = StationAtWork> = (wanted: {
  readonly home: string
  readonly settings: StationSettings
  readonly observed: (observation: Observation) => void
  /** Told of the process as soon as there is one. */
  readonly launched: (program: ChildProcess) => void
}) => Promise<Station>
