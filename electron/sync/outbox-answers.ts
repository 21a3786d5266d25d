import { type CommandResult, type FactType, factSchemas } from '#shared/contract/linkstar-api.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import type { CommandLog, LoggedCommand, TakenFacts } from './command-log.ts'
import { codesKey, type LeaseBook } from './leases.ts'
import type { Outbox } from './outbox.ts'
import { factsKey, refusalShape, type Refusals } from './refusals.ts'
import type { OrderAnswers } from './order-answers.ts'
import type { RightsBook } from './rights.ts'
import { commandSubject, granted, isTopUp, returnCommand, saidAgain } from './wire-requests.ts'

/** What a command was set aside for: the server will never take it as it is. */
export type SetAsideReason = 'payload-differs' | 'hash-wrong' | 'body-too-large'

/** A result that this station gave itself. */
export interface LocalResult {
  readonly status: 'refused'
  readonly code: SetAsideReason
  readonly message: string
  readonly setAside: true
}

/** Stores the answers to commands together with what they bring. */
export interface OutboxAnswers {
  take(answered: readonly (readonly [LoggedCommand, CommandResult])[]): void
  /**
   * Takes a command out of the way of those behind it. It stays in the log, marked and told.
   * `payload-differs` means that this log was rolled back or copied: codes in hand may be in use elsewhere and are
   * given up, and a fact, which the server never saw, goes to the end of the log again.
   */
  setAside(command: LoggedCommand, code: SetAsideReason, message: string): void
  /** Carries facts of earlier epochs, which the server takes no more, over into the present one. */
  carryOver(epoch: number): void
}

/** Facts by which the server gives a carton's units back to the station. */
const unpacks: ReadonlySet<string> = new Set<FactType>(['carton-reopened', 'carton-voided'])

/** Neighbouring facts that were simply taken, of which nothing more is to be done, or any other answer. */
type Answers = TakenFacts | { readonly command: LoggedCommand; readonly result: CommandResult }

const together = (
  answered: readonly (readonly [LoggedCommand, CommandResult])[],
): readonly Answers[] => {
  const all: Answers[] = []
  for (const [command, result] of answered) {
    const { epoch, seq, type } = command
    const before = all.at(-1)
    const isTaken = result.status === 'applied' && Object.hasOwn(factSchemas, type)
    if (!isTaken) all.push({ command, result })
    else if (before !== undefined && 'last' in before && before.last + 1 === seq) before.last = seq
    else all.push({ epoch, first: seq, last: seq })
  }
  return all
}

const keyOf = ({ type, payload }: LoggedCommand): string =>
  isTopUp(type) ? `${type} ${commandSubject(payload).orderNo ?? codesKey}` : factsKey

interface Parts {
  readonly store: Store
  readonly log: CommandLog
  readonly outbox: Outbox
  readonly leases: LeaseBook
  readonly rights: RightsBook
  readonly orders: OrderAnswers
  readonly refusals: Refusals
}

export const createOutboxAnswers = ({
  store,
  log,
  outbox,
  leases,
  rights,
  orders,
  refusals,
}: Parts): OutboxAnswers => {
  const refused = ({ type, payload }: LoggedCommand): void => {
    const { orderNo } = commandSubject(payload)
    if (type === 'lease-codes') leases.refused(codesKey)
    if (type === 'lease-carton-numbers' && orderNo !== null) leases.refused(orderNo)
    if (type === 'grant-rights' && orderNo !== null) rights.refused(orderNo)
  }
  const takeOne = (command: LoggedCommand, result: CommandResult): void => {
    const key = keyOf(command)
    orders.answered(command, result)
    if (result.status === 'refused') {
      refused(command)
      refusals.tell(key, refusalShape(command, result))
      return
    }
    const grant = granted(command.type, command.payload, result)
    if (grant === null) return
    try {
      if (grant.kind === 'rights') {
        rights.add(grant.orderNo, grant.lines)
        orders.changed(grant.orderNo)
      } else leases.add(grant)
      refusals.settle(key)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'server-not-linkstar') throw error
      refusals.tell(key, error.toShape())
    }
  }
  /** Says a stored command once more; what runs low is asked for anew where it is needed. */
  const again = (command: LoggedCommand): void => {
    const said = saidAgain(command.type, command.payload)
    if (said !== null) outbox.append(said)
  }

  return {
    take: (answered) =>
      store.unforced(() => {
        for (const answers of together(answered)) {
          if ('last' in answers) log.taken(answers)
          else if (log.answer(answers.command, answers.result)) {
            takeOne(answers.command, answers.result)
          }
        }
      }),
    setAside: (command, code, message) =>
      store.transaction(() => {
        const result: LocalResult = { status: 'refused', code, message, setAside: true }
        if (!log.answer(command, result)) return
        refusals.tell(factsKey, refusalShape(command, { ...result, seq: command.seq }))
        if (code !== 'payload-differs') return
        leases.burn()
        rights.burn()
        again(command)
        leases.topUp('all')
        rights.topUp('all')
      }),
    carryOver: (epoch) => {
      const left = log.leftBehind(epoch)
      for (const command of left) {
        log.answer(command, { status: 'carried-over', epoch })
        again(command)
      }
      // The server will give their units to this station, which has given up all it held: it asks for them anew.
      for (const command of left) {
        const seal = unpacks.has(command.type) ? log.sealBefore(command) : null
        if (seal !== null) outbox.append(returnCommand(seal.payload))
      }
    },
  }
}
