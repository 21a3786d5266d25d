import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import type { RequestHandlers } from '#electron/ipc/index.ts'
import { offerBackup, restoreBackup } from '#electron/store/index.ts'
import { asAppError } from './problem.ts'
import type { Services } from './services.ts'

interface HostParts {
  /**
   * Wires the station by its settings as they stand; `damaged` is told when its store turns out to be damaged,
   * `changed` when the settings have changed and all must be wired anew.
   */
  readonly start: (damaged: (fault: AppError) => void, changed: () => void) => Services
  /** What is left of a station that cannot run. */
  readonly stopped: (by: AppError) => Services
  /** Another station stands behind the page: it must read everything anew. */
  readonly changed: () => void
  readonly log: (error: unknown, what: string) => void
}

/** Whatever runs now: the station, or the reason why there is none, until a backup brings it back. */
export interface StationHost extends Pick<Services, 'greet' | 'photo' | 'close'> {
  readonly handlers: Partial<RequestHandlers>
  readonly stoppedBy: AppError | undefined
}

export const createStationHost = ({ start, stopped, changed, log }: HostParts): StationHost => {
  const stoppedBy = (error: unknown): Services => {
    log(error, 'the station cannot run')
    const fault = asAppError(error)
    return stopped(fault.code === 'store-corrupt' ? offerBackup(fault) : fault)
  }
  const open = (): Services => {
    try {
      return start(
        (fault) => void stop(fault),
        () => void rewire(),
      )
    } catch (error) {
      return stoppedBy(error)
    }
  }
  const stop = async (fault: AppError): Promise<void> => {
    // Damage shows in the middle of a transaction: whoever was at it must come to an end first.
    await Promise.resolve()
    if (isClosing) return
    const broken = running
    running = stopped(fault)
    await broken
      .close()
      .catch((error: unknown) => log(error, 'the damaged station did not end well'))
    running = stoppedBy(fault)
    changed()
  }
  /** Whoever asked for the change gets the answer first. */
  const rewire = async (): Promise<void> => {
    await nextTurn()
    if (isClosing) return
    const old = running
    running = stopped(new AppError('station-restarting', 'wired anew', { retryable: true }))
    await old
      .close()
      .catch((error: unknown) => log(error, 'the station did not end well before its new start'))
    running = open()
    changed()
  }
  const restore = (name: string): void => {
    const fault = running.stoppedBy
    if (fault?.code !== 'store-corrupt') {
      throw new AppError('invalid-input', 'the store is well: there is nothing to restore', {
        details: { path: 'name' },
      })
    }
    restoreBackup(String(fault.details['file']), name)
    running = open()
    changed()
  }
  let isClosing = false
  let running = open()

  return {
    get handlers() {
      return { ...running.handlers, 'store.restoreBackup': restore }
    },
    get stoppedBy() {
      return running.stoppedBy
    },
    greet: () => running.greet(),
    photo: (name) => running.photo(name),
    close: () => {
      isClosing = true
      return running.close()
    },
  }
}
