import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import type { CommandResult } from '#shared/contract/linkstar-api.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { openStore } from '#electron/store/index.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createCommandLog, type LoggedCommand } from './command-log.ts'
import { createLeases } from './leases.ts'
import { createOrderAnswers } from './order-answers.ts'
import { createOutbox } from './outbox.ts'
import { createOutboxAnswers } from './outbox-answers.ts'
import { createRefusals } from './refusals.ts'
import { createRights } from './rights.ts'
import { rightsCommand } from './wire-requests.ts'

const epoch = 2
const clock = () => new Date('2026-11-23T01:30:00Z')

const opened = () => {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  store
    .prepare()((db) => db.insertInto('station').values({ only: 1, station_id: 's1', epoch }))
    .run({})
  const outbox = createOutbox(store, clock)
  const log = createCommandLog(store)
  const refusals = createRefusals()
  const answers = createOutboxAnswers({
    store,
    log,
    outbox,
    leases: createLeases(store, outbox, clock),
    rights: createRights(store, outbox, clock),
    orders: createOrderAnswers(store),
    refusals,
  })
  return { outbox, log, refusals, answers }
}

const statusOf = ({ result }: LoggedCommand): unknown =>
  result === null ? null : (JSON.parse(result) as Partial<CommandResult>).status

const ask = rightsCommand('return-rights', 'SO-1' as OrderNo, [])
const fact = {
  type: 'carton-voided',
  payload: {
    reference_no: 'SO-1',
    carton_code: 'LS00000000075',
    revision: 1,
    station: '1',
    at: '2026-11-23T09:30:00+08:00',
    reason: 'crushed',
  },
} as const
const resultOf: Readonly<Record<string, (seq: number) => CommandResult>> = {
  applied: (seq) => ({ seq, status: 'applied' }),
  flagged: (seq) => ({ seq, status: 'flagged', flags: [{ code: 'a', message: 'odd' }] }),
  refused: (seq) => ({ seq, status: 'refused', code: 'b', message: 'no' }),
  quarantined: (seq) => ({ seq, status: 'quarantined', message: 'lost' }),
}
const anyAnswer = fc.record({
  command: fc.constantFrom(fact, fact, fact, ask),
  status: fc.constantFrom('applied', 'applied', 'applied', 'flagged', 'refused', 'quarantined'),
  /** The server forgot it in this answer. */
  isLeftOut: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
})

it('gives each command its own answer, whatever its neighbours were told', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { minLength: 1, maxLength: 12 }), (batch) => {
      const { outbox, log, answers } = opened()
      for (const { command } of batch) outbox.append(command)
      const commands = log.open(epoch, 100)
      const told = commands.flatMap((command, index) => {
        const { status = '', isLeftOut = true } = batch[index] ?? {}
        const result = resultOf[status]?.(command.seq)
        return isLeftOut || result === undefined ? [] : [[command, result] as const]
      })
      answers.take(told)
      expect(log.from(epoch, 1, 100).map(statusOf)).toEqual(
        batch.map(({ status, isLeftOut }) => (isLeftOut ? null : status)),
      )
    }),
    { numRuns: 50 },
  )
})

it('changes no answer that is there: what was set aside stays so between facts that are taken', () => {
  const { outbox, log, answers, refusals } = opened()
  for (let index = 0; index < 3; index += 1) outbox.append(fact)
  const commands = log.open(epoch, 100)
  const [, second] = commands
  if (second === undefined) throw new Error('three facts were recorded')
  answers.setAside(second, 'hash-wrong', 'it is that of another payload')
  answers.take(commands.map((command) => [command, { seq: command.seq, status: 'applied' }]))
  expect(log.from(epoch, 1, 100).map(statusOf)).toEqual(['applied', 'refused', 'applied'])
  expect(refusals.last()).toMatchObject({ details: { reason: 'hash-wrong', seq: 2 } })
  expect(log.open(epoch, 100)).toEqual([])
})

it('sends no further than to the first command that was answered before', () => {
  const { outbox, log, answers } = opened()
  for (let index = 0; index < 5; index += 1) outbox.append(fact)
  const third = log.open(epoch, 100)[2]
  if (third === undefined) throw new Error('five facts were recorded')
  answers.take([[third, { seq: third.seq, status: 'applied' }]])
  expect(log.open(epoch, 100).map(({ seq }) => seq)).toEqual([1, 2])
  expect(log.open(epoch, 1).map(({ seq }) => seq)).toEqual([1])
})
