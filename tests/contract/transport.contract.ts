import { describe, expect, test } from 'vitest'
import type { Transport } from '#electron/printing/index.ts'

/** A transport and the far end it sends to. */
export interface TransportUnderTest {
  readonly transport: Transport
  /** Every byte that arrived, in order. */
  readonly arrived: () => Promise<Uint8Array>
  /** Nothing can be sent from now on. */
  readonly goAway: () => Promise<void>
}

export interface TransportKind {
  readonly name: string
  /** The code of the problem when the far end is gone, and whether bytes are then known to have stayed here. */
  readonly gone: 'nothing-left' | 'uncertain'
  readonly start: () => Promise<TransportUnderTest>
  /** A job of at least this many bytes that the far end can take. */
  readonly job: (length: number) => Uint8Array
}

const limits = { signal: new AbortController().signal, stallMs: 10_000 }

/** What every way to a printer promises. */
export const transportContract = ({ name, start, job, gone }: TransportKind): void => {
  describe(`${name} transport`, () => {
    test('a job arrives complete and is sent', async () => {
      const { transport, arrived } = await start()
      const bytes = job(20_000)
      expect(await transport.send(bytes, limits)).toEqual({ kind: 'sent' })
      expect(Buffer.compare(await arrived(), bytes)).toBe(0)
    })

    test('jobs arrive one after the other, none twice', async () => {
      const { transport, arrived } = await start()
      const jobs = [job(100), job(5_000), job(1_000)]
      for (const bytes of jobs) expect((await transport.send(bytes, limits)).kind).toBe('sent')
      expect(Buffer.compare(await arrived(), Buffer.concat(jobs))).toBe(0)
    })

    test('nothing leaves when the send was given up before it began', async () => {
      const { transport, arrived } = await start()
      const outcome = await transport.send(job(100), { ...limits, signal: AbortSignal.abort() })
      expect(outcome).toMatchObject({
        kind: 'nothing-left',
        problem: { code: 'printer-unreachable', retryable: true },
      })
      expect(await arrived()).toHaveLength(0)
    })

    test('a far end that is gone is a problem, never a rejection', async () => {
      const { transport, goAway } = await start()
      await goAway()
      const outcome = await transport.send(job(100), limits)
      expect(outcome.kind).toBe(gone)
    })
  })
}
