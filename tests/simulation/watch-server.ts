import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import {
  commandBatchSchema,
  type CommandResult,
  commandResultsSchema,
  factSchemas,
} from '#shared/contract/linkstar-api.ts'
import { equal, hold } from './invariants.ts'
import type { Answer, Handle, Sent } from './network.ts'
import type { SimulatedServer } from './server.ts'
import type { Deeds } from './world.ts'

interface Recorded {
  readonly hash: string
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly result: CommandResult
}

interface LineState {
  readonly reference_no: string
  readonly sku: string
  readonly ordered: number
  readonly spent: number
  readonly granted: number
}

const linesNow = `
  select l.reference_no, l.sku, l.plan_qty as ordered,
    coalesce((select sum(c.quantity) from carton_contents c join cartons k on k.carton_code = c.carton_code
      where k.reference_no = l.reference_no and c.sku = l.sku and k.status in ('sealed', 'verified')), 0) as spent,
    coalesce((select sum(r.unspent) from rights r where r.reference_no = l.reference_no and r.sku = l.sku), 0) as granted
  from order_lines l order by l.reference_no, l.sku`

/** Looks at the server from outside: what it answered, and what it holds after every request. */
export interface ServerWatch {
  /** Stands before the server and remembers what it answers. */
  readonly handle: Handle
  check(): void
  /** Says one of the batches that were taken once more, as it was and with another payload. */
  sayAgain(pick: number): Promise<void>
  lines(): readonly LineState[]
}

export const watchServer = (
  { sqlite }: SimulatedServer,
  handle: Handle,
  deeds: Deeds,
): ServerWatch => {
  const recorded = new Map<string, Recorded>()
  const taken: Sent[] = []
  const lines = sqlite.prepare<[], LineState>(linesNow)
  const overPacked = sqlite.prepare<[], { reference_no: string; message: string }>(
    `select json_extract(c.payload, '$.reference_no') as reference_no, f.message from flags f
     join commands c on c.station_id = f.station_id and c.epoch = f.epoch and c.seq = f.seq
     where f.code in ('over-packed', 'rights-exceeded')`,
  )
  const wronglyMixed = sqlite.prepare<[], { message: string }>(
    `select message from flags where code = 'carton-rules-broken'`,
  )
  const counted = sqlite.prepare<[], number>('select count(*) from commands').pluck()
  const before = counted.get() ?? 0
  const changes = sqlite.prepare<[], number>('select total_changes()').pluck()
  let seen = -1
  const isFenced = sqlite
    .prepare<[string], number>('select fenced_at is not null from stations where station_id = ?')
    .pluck()
  const inQuarantine = sqlite
    .prepare<[string, number, number], string>(
      'select payload from quarantine where station_id = ? and epoch = ? and seq = ?',
    )
    .pluck()

  const bodyOf = ({ body }: Sent): unknown =>
    JSON.parse(typeof body === 'string' ? body : gunzipSync(body ?? '').toString())
  const remember = (sent: Sent, answer: Answer): void => {
    if (sent.route !== 'POST /v1/commands' || answer.status !== 200) return
    const batch = commandBatchSchema.parse(bodyOf(sent))
    const results = commandResultsSchema.parse(JSON.parse(answer.body)).results
    taken.push(sent)
    for (const [index, { seq, hash, type, payload }] of batch.commands.entries()) {
      const key = `${batch.station_id} ${batch.epoch} ${seq}`
      const result = results[index]
      hold(9, result?.seq === seq, () => `no result for ${key}`)
      if (result === undefined) return
      const known = recorded.get(key)
      if (known === undefined) {
        recorded.set(key, { hash, type, payload, result })
        const isFact = Object.hasOwn(factSchemas, type)
        const fenced = isFenced.get(batch.station_id) === 1
        hold(
          10,
          !isFact || fenced === (result.status === 'quarantined'),
          () => `${key} is ${result.status}`,
        )
      } else {
        hold(9, known.hash === hash, () => `another payload was taken for ${key}`)
        equal(9, result, known.result, `the result of ${key}`)
      }
    }
  }
  /** Where it may be that somebody packed what was granted to others meanwhile. */
  const excused = (reference: string): boolean =>
    deeds.lowered.has(reference) || deeds.fenced.size > 0 || deeds.rolledBack.size > 0

  return {
    handle: async (sent) => {
      const answer = await handle(sent)
      remember(sent, answer)
      return answer
    },
    lines: () => lines.all(),
    check: () => {
      const now = changes.get() ?? 0
      if (now === seen) return
      seen = now
      for (const { reference_no, sku, ordered, spent, granted } of lines.all()) {
        if (excused(reference_no)) continue
        const told = `${sku} of ${reference_no}: ordered ${ordered}, spent ${spent}, granted ${granted}`
        hold(1, spent <= ordered, () => told)
        hold(2, spent + granted <= ordered, () => told)
      }
      for (const { reference_no, message } of overPacked.all()) {
        hold(1, excused(reference_no), () => `${reference_no}: ${message}`)
      }
      for (const { message } of wronglyMixed.all()) hold(16, false, () => message)
      hold(9, counted.get() === before + recorded.size, () => 'a recorded command is gone')
      for (const [key, { result, payload }] of recorded) {
        if (result.status !== 'quarantined') continue
        const [station = '', epoch, seq] = key.split(' ')
        const kept = inQuarantine.get(station, Number(epoch), Number(seq))
        hold(10, kept === JSON.stringify(payload), () => `${key} is not in quarantine`)
      }
    },
    sayAgain: async (pick) => {
      const sent = taken.at(-1 - (pick % Math.max(1, taken.length)))
      if (sent === undefined) return
      remember(sent, await handle(sent))
      const batch = commandBatchSchema.parse(bodyOf(sent))
      const [first] = batch.commands
      if (first === undefined) return
      const payload = { forged: true }
      // RFC 8785 of these two is their plain JSON.
      const text = JSON.stringify({ payload, type: first.type })
      const hash = createHash('sha256').update(text).digest('hex')
      const body = JSON.stringify({ ...batch, commands: [{ ...first, payload, hash }] })
      const { 'content-encoding': _, ...headers } = sent.headers
      const { status } = await handle({ ...sent, headers, body })
      hold(9, status >= 400, () => `another payload for ${first.seq} was answered ${status}`)
    },
  }
}
