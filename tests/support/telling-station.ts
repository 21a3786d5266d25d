import type {
  Change,
  ChangesPage,
  CommandResult,
  CommandType,
} from '#shared/contract/linkstar-api.ts'
import { command, enrolStation } from './linkstar-station.ts'
import type { SandboxServer } from './sandbox-server.ts'

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** A station that counts its commands and reads the feed from where it stopped. */
export const tellingStation = async (
  server: Pick<SandboxServer, 'url' | 'pairingCode'>,
  more: Readonly<Record<string, unknown>> = {},
) => {
  const station = await enrolStation(server, more)
  let seq = 0
  let cursor = ''
  const tell = async (type: CommandType, payload: object): Promise<CommandResult> => {
    seq += 1
    const [result] = await station.results(command(seq, type, payload))
    if (result === undefined) throw new Error('no result')
    return result
  }
  return {
    ...station,
    tell,
    /** Codes only. */
    flagsOf: async (type: CommandType, payload: object): Promise<readonly string[]> => {
      const result = await tell(type, payload)
      if (result.status === 'applied') return []
      if (result.status === 'flagged') return result.flags.map(({ code }) => code)
      throw new Error(`${result.status}: ${result.message}`)
    },
    lease: async (count: number): Promise<number> => {
      const result = await tell('lease-codes', { count })
      if (result.status !== 'applied' || result.value === undefined) throw new Error('not leased')
      return result.value.first
    },
    /** What is new on the feed of changes. */
    news: async (): Promise<readonly Change[]> => {
      const found: Change[] = []
      for (;;) {
        const query = cursor === '' ? '' : `?cursor=${cursor}`
        const { status, body } = await station.get(`/v1/changes${query}`)
        if (status !== 200) throw new Error(`no changes: ${JSON.stringify(body)}`)
        const page = body as ChangesPage
        found.push(...page.changes)
        ;({ cursor } = page)
        if (!page.more) return found
      }
    },
  }
}
export type TellingStation = Awaited<ReturnType<typeof tellingStation>>

export const ofKind = <Kind extends Change['kind']>(
  changes: readonly Change[],
  kind: Kind,
): readonly ChangeOf<Kind>[] =>
  changes.filter((change): change is ChangeOf<Kind> => change.kind === kind)

/** The controls of the simulated world. */
export const worldOf = ({ url }: Pick<SandboxServer, 'url'>) => {
  const control = async (path: string, body: object = {}, method = 'POST'): Promise<unknown> => {
    const init = { method, headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${url}/v1/sandbox${path}`, {
      ...init,
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    control,
    advance: (hours: number) => control('/clock', { advance_s: hours * 3600 }),
    plan: (referenceNo: string, plan: object) =>
      control(`/orders/${referenceNo}/plan`, plan, 'PUT'),
    look: async (path: string): Promise<unknown> =>
      (await fetch(`${url}/v1/sandbox${path}`)).json(),
  }
}
