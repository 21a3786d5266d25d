import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from '#shared/contract/ipc.ts'
import type { OpenStation, StationAtWork } from '#tests/crash/station-at-work.ts'
import { createWitness, Killed } from '#tests/crash/witness.ts'
import type { FromStation, ToStation } from './station-messages.ts'

interface Waiting {
  readonly resolve: (answer: Answer<unknown>) => void
  readonly reject: (error: Error) => void
}

/** @param failed told of what must not fail in a station, whatever the line does */
export const bareStations =
  (failed: (what: string) => void): OpenStation =>
  async ({ home, settings, observed, launched }) => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'settings.json'), JSON.stringify(settings))
    const program = join(import.meta.dirname, 'bare-station.ts')
    const child = fork(program, [home], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    launched(child)

    const { witness, heard } = createWitness(observed)
    const waiting = new Map<number, Waiting>()
    let asked = 0
    const gone = once(child, 'exit')
    const isReady = new Promise<void>((resolve, reject) => {
      child.on('message', (message: FromStation) => {
        if (message.kind === 'ready') resolve()
        if (message.kind === 'event') heard(message.name, message.payload)
        if (message.kind === 'fault') failed(message.what)
        if (message.kind !== 'answer') return
        waiting.get(message.id)?.resolve(message.answer)
        waiting.delete(message.id)
      })
      child.once('exit', () => {
        reject(new Killed())
        for (const { reject: forget } of waiting.values()) forget(new Killed())
      })
    })
    const say = (message: ToStation): void =>
      void child.send(message, (error) => {
        if (error !== null && message.kind === 'ask') waiting.get(message.id)?.reject(new Killed())
      })
    const ask: StationAtWork['ask'] = async (name, input) => {
      const answer = new Promise<Answer<unknown>>((resolve, reject) => {
        asked += 1
        waiting.set(asked, { resolve, reject })
        say({ kind: 'ask', id: asked, name, input })
      })
      return (await answer) as never
    }

    await isReady
    const snapshot = await ask('bench.snapshot', undefined)
    if (!snapshot.ok) throw new Error(`no bench: ${JSON.stringify(snapshot.error)}`)
    heard('bench', snapshot.value.state)
    return {
      witness,
      ask,
      scan: async (text) => {
        const taken = await ask('bench.scan', text)
        if (!taken.ok) failed(`a scan was not taken: ${JSON.stringify(taken.error)}`)
      },
      close: async () => {
        say({ kind: 'close' })
        const [code] = (await gone) as [number | null]
        if (code !== 0) throw new Error(`the station ended with ${code}`)
      },
    }
  }
