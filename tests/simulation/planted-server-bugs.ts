import { gunzipSync } from 'node:zlib'
import type { CommandBatch } from '#shared/contract/linkstar-api.ts'
import type { Sent } from './network.ts'
import type { PlantedBug } from './planted-bug.ts'
import type { SimulatedServer } from './server.ts'
import type { Plant } from './world.ts'

const after =
  (work: (server: SimulatedServer, sent: Sent) => void): NonNullable<Plant['server']> =>
  (handle, server) =>
  async (sent) => {
    const answer = await handle(sent)
    work(server, sent)
    return answer
  }
const before =
  (work: (server: SimulatedServer, sent: Sent) => void): NonNullable<Plant['server']> =>
  (handle, server) =>
  (sent) => {
    work(server, sent)
    return handle(sent)
  }

const commandsOf = ({ body }: Sent): CommandBatch =>
  JSON.parse(typeof body === 'string' ? body : gunzipSync(body ?? '').toString()) as CommandBatch

export const plantedServerBugs: readonly PlantedBug[] = [
  {
    name: 'a server that counts a repeated command once more',
    invariant: 4,
    plant: () => {
      const seen = new Set<string>()
      return {
        server: after(({ sqlite }, sent) => {
          if (sent.route !== 'POST /v1/commands') return
          const { station_id, epoch, commands } = commandsOf(sent)
          const again = sqlite.prepare(
            'update cartons set sealed_facts = sealed_facts + 1 where carton_code = ?',
          )
          for (const { seq, type, payload } of commands) {
            const key = `${station_id} ${epoch} ${seq}`
            if (seen.has(key) && type === 'carton-sealed') again.run(payload['carton_code'])
            seen.add(key)
          }
        }),
      }
    },
  },
  {
    name: 'a server that forgets what it answered',
    invariant: 9,
    plant: () => ({
      server: after(({ sqlite }) => {
        sqlite.exec(`update commands set result = json_object('seq', seq, 'status', 'applied')`)
      }),
    }),
  },
  {
    name: 'a server that keeps only the newest commands',
    invariant: 9,
    plant: () => ({
      server: after(({ sqlite }) => {
        sqlite.exec('delete from commands where seq < (select max(seq) from commands) - 5')
      }),
    }),
  },
  {
    name: 'a server that takes another payload for the same number',
    invariant: 9,
    plant: () => ({
      server: before(({ sqlite }, sent) => {
        if (sent.route !== 'POST /v1/commands') return
        const { station_id, epoch, commands } = commandsOf(sent)
        const forget = sqlite.prepare(
          'update commands set hash = ? where station_id = ? and epoch = ? and seq = ?',
        )
        for (const { hash, seq } of commands) forget.run(hash, station_id, epoch, seq)
      }),
    }),
  },
  {
    name: 'a quarantine that keeps nothing',
    invariant: 10,
    plant: () => ({
      server: after(({ sqlite }) => {
        sqlite.exec('delete from quarantine')
      }),
    }),
  },
]
