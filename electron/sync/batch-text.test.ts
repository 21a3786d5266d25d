import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commandBatchSchema } from '#shared/contract/linkstar-api.ts'
import { commandHash, hashedPayload } from '#electron/command-hash/index.ts'
import { batchText } from './batch-text.ts'

const station = { stationId: 'st-1', epoch: 3 }
const logged = (seq: number, type: string, payload: object) => {
  const { text, hash } = hashedPayload(type, payload)
  return { epoch: 3, seq, type, payload: text, hash, result: null }
}
const anyPayload = fc.dictionary(
  fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
  fc.jsonValue({ stringUnit: 'grapheme' }),
)

it('is a batch of the contract with the very payloads of the log', () => {
  fc.assert(
    fc.property(fc.array(anyPayload, { minLength: 1, maxLength: 5 }), (payloads) => {
      const commands = payloads.map((payload, index) => logged(index + 1, 'carton-sealed', payload))
      const sent = commandBatchSchema.parse(JSON.parse(batchText(station, commands)))
      expect(sent).toEqual({
        station_id: 'st-1',
        epoch: 3,
        commands: commands.map(({ seq, type, payload, hash }) => ({
          seq,
          type,
          payload: JSON.parse(payload) as unknown,
          hash,
        })),
      })
      for (const { type, payload, hash } of sent.commands) {
        expect(commandHash(type, payload)).toBe(hash)
      }
    }),
  )
})

it('says of a command that was set aside only what it was', () => {
  const result = JSON.stringify({ status: 'refused', setAside: true, code: 'payload-differs' })
  const secret = { ...logged(7, 'carton-sealed', { carton_code: 'LS1' }), result }
  const { commands } = commandBatchSchema.parse(JSON.parse(batchText(station, [secret])))
  const payload = { type: 'carton-sealed', reason: 'payload-differs' }
  expect(commands).toEqual([
    { seq: 7, type: 'set-aside', payload, hash: commandHash('set-aside', payload) },
  ])
})
