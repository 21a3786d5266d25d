import { AppError, type ErrorShape } from '#shared/errors.ts'
import { requestChannel, type RequestName, requestNames } from '#shared/contract/channels.ts'
import {
  type Answer,
  type RequestInput,
  type RequestOutput,
  requests,
} from '#shared/contract/ipc.ts'

/** One handler a request of the contract. They throw AppError; anything else is a fault of ours and is logged. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => RequestOutput<Name> | Promise<RequestOutput<Name>>
}

export interface RequestWiring<Event> {
  /**
   * Who answers: looked at anew for each request, for a station can stop and come back.
   * A request without a handler is refused with `stoppedBy`: the station cannot run.
   */
  readonly station: {
    readonly handlers: Partial<RequestHandlers>
    readonly stoppedBy?: AppError | undefined
  }
  /** Registers one channel, as `ipcMain.handle` does. */
  readonly handle: (
    channel: string,
    listener: (event: Event, input: unknown) => Promise<Answer<unknown>>,
  ) => void
  readonly isTrusted: (event: Event) => boolean
  /** Answers are parsed as well; on in tests. */
  readonly checkOutputs: boolean
  readonly logFault: (name: RequestName, error: unknown) => void
}

const refusal = (error: ErrorShape): Answer<never> => ({ ok: false, error })

/** Sender check → parse → use case → answer, for every request of the contract. */
export const registerRequests = <Event>(wiring: RequestWiring<Event>): void => {
  for (const name of requestNames) register(wiring, name)
}

const register = <Event>(
  { station, handle, isTrusted, checkOutputs, logFault }: RequestWiring<Event>,
  name: RequestName,
): void => {
  const { input: inputSchema, output: outputSchema } = requests[name]
  const answer = async (event: Event, input: unknown): Promise<Answer<unknown>> => {
    if (!isTrusted(event)) {
      throw new AppError('forbidden-sender', `${name} was asked from outside the station's page`)
    }
    const parsed = inputSchema.safeParse(input)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new AppError('invalid-input', `${name}: ${parsed.error.message}`, {
        details: { request: name, path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
      })
    }
    const handler = station.handlers[name]
    if (handler === undefined)
      throw station.stoppedBy ?? new AppError('internal', `${name} has no handler`)
    const value: unknown = await handler(parsed.data as never)
    return { ok: true, value: checkOutputs ? outputSchema.parse(value) : value }
  }

  handle(requestChannel(name), async (event, input) => {
    try {
      return await answer(event, input)
    } catch (error) {
      if (error instanceof AppError) return refusal(error.toShape())
      logFault(name, error)
      return refusal({ code: 'internal', message: String(error), details: {}, retryable: false })
    }
  })
}
