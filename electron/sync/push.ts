import { type CommandResults, maxCommandsPerBatch } from '#shared/contract/linkstar-api.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import type { ApiClient } from './api-client.ts'
import { type ApiFailure, plainFailure } from './api-failure.ts'
import { batchText } from './batch-text.ts'
import type { CommandLog, LoggedCommand } from './command-log.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxAnswers, SetAsideReason } from './outbox-answers.ts'
import type { StationRecord } from './station-record.ts'

/**
 * Sends what is unsent, batch by batch; null when nothing is left.
 * @param stored called after every batch whose answers are stored
 */
export type Push = (
  station: StationRecord,
  token: string,
  stored: () => void,
) => Promise<ApiFailure | null>

/** Gaps and set-aside commands in one go; more than that is a server at odds with itself, and waits. */
const mostTroubles = 20

const setAsideReasons: Readonly<Record<string, SetAsideReason>> = {
  'payload-differs': 'payload-differs',
  'hash-wrong': 'hash-wrong',
}

/** In characters of payload: well below what the server takes in one body. */
const largestBatch = 1024 * 1024

const upToLargest = (commands: readonly LoggedCommand[]): readonly LoggedCommand[] => {
  let size = 0
  const end = commands.findIndex(({ payload }, index) => {
    size += payload.length
    return index > 0 && size > largestBatch
  })
  return end < 0 ? commands : commands.slice(0, end)
}

const incomplete = (batch: readonly LoggedCommand[]): ApiFailure =>
  plainFailure(
    new AppError('server-not-linkstar', 'the server did not answer every command', {
      details: { reason: 'results are missing', seq: batch[0]?.seq ?? 0 },
      retryable: true,
    }),
  )

const pair = (batch: readonly LoggedCommand[], { results }: CommandResults) => {
  const bySeq = new Map(results.map((result) => [result.seq, result]))
  return batch.flatMap((command) => {
    const result = bySeq.get(command.seq)
    return result === undefined ? [] : [[command, result] as const]
  })
}

export const createPush = (
  api: Pick<ApiClient, 'push'>,
  log: CommandLog,
  answers: OutboxAnswers,
  outbox: Pick<Outbox, 'added'>,
  force: Store['force'],
): Push => {
  let forced = -1
  /** A command that a power cut takes back must not be at the server already; answers may be told again. */
  const forceCommands = (): void => {
    const added = outbox.added()
    if (added === forced) return
    force()
    forced = added
  }
  return async (station, token, stored) => {
    const { epoch } = station
    let limit = maxCommandsPerBatch
    let resendFrom: number | null = null
    let troubles = 0

    const next = (): readonly LoggedCommand[] => {
      const again: readonly LoggedCommand[] =
        resendFrom === null ? [] : log.from(epoch, resendFrom, limit)
      if (again.length === 0) resendFrom = null
      return upToLargest(resendFrom === null ? log.open(epoch, limit) : again)
    }
    /** Whether the failure was dealt with, so that pushing may go on. */
    const overcome = (failure: ApiFailure, batch: readonly LoggedCommand[]): boolean => {
      troubles += 1
      if (troubles > mostTroubles) return false
      const { apiCode, expectedSeq } = failure
      const [first] = batch
      if (apiCode === 'sequence-gap' && expectedSeq !== null && expectedSeq !== first?.seq) {
        resendFrom = expectedSeq
        return log.from(epoch, expectedSeq, 1)[0]?.seq === expectedSeq
      }
      if (apiCode === 'body-too-large' && batch.length > 1) {
        limit = Math.ceil(batch.length / 2)
        return true
      }
      const code = apiCode === 'body-too-large' ? apiCode : setAsideReasons[apiCode ?? '']
      const guilty =
        batch.find(({ seq }) => seq === failure.seq) ?? (batch.length === 1 ? first : undefined)
      if (code === undefined || guilty === undefined || guilty.result !== null) return false
      answers.setAside(guilty, code, failure.error.message)
      return true
    }

    for (;;) {
      const batch = next()
      const [first] = batch
      if (first === undefined) return null
      forceCommands()
      const answer = await api.push(token, batchText(station, batch))
      if (answer.ok) {
        const answered = pair(batch, answer.value)
        answers.take(answered)
        if (answered.length < batch.length) return incomplete(batch)
        stored()
        if (resendFrom !== null) resendFrom = first.seq + batch.length
      } else if (!overcome(answer.error, batch)) return answer.error
    }
  }
}
