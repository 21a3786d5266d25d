import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Command } from '#shared/domain/command-code.ts'
import type { ReadScan, ScannedGoods } from '#shared/domain/scan-code.ts'
import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { RawScan } from '#electron/devices/index.ts'

/** What scans may do to a recount. */
interface RecountTargets {
  readonly phase: () => 'idle' | 'awaiting-mark' | 'counting' | 'finished'
  /** It is finished, and nothing is different. */
  readonly agreed: () => boolean
  readonly awaitMark: (waits: boolean) => void
  readonly start: (code: CartonCode) => void
  readonly undo: () => void
  readonly finish: () => void
  readonly leave: () => void
  readonly count: (goods: ScannedGoods, times: number, text: string) => void
  readonly refused: (code: ErrorCode, text: string) => void
  readonly unknownCommand: (text: string) => void
}

/** Leads scans to a recount from `LS!RECOUNT` on. @returns whether the scan was the recount's */
export const createRecountScans = (
  readScan: ReadScan,
  targets: RecountTargets,
): ((scan: RawScan) => boolean) => {
  let times = 1

  const obey = (command: Command, text: string): void => {
    switch (command.name) {
      case 'undo':
        return targets.undo()
      case 'done':
        return targets.finish()
      case 'times':
        times = command.factor
        return
      case 'acknowledge':
      case 'recount':
        return
      default:
        targets.unknownCommand(text)
    }
  }
  const whileFinished = (command: Command | null, text: string): void => {
    const leaves = command?.name === 'done' || command?.name === 'acknowledge'
    // Differences want a decision that no scan can make by accident.
    if (leaves && targets.agreed()) targets.leave()
    else targets.refused('recount-running', text)
  }

  const take = (text: string): boolean => {
    const code = readScan(text)
    const command = code.kind === 'command' ? code.command : null
    const phase = targets.phase()
    if (phase === 'idle') {
      if (command?.name !== 'recount') return false
      targets.awaitMark(true)
      return true
    }
    if (phase === 'finished') {
      whileFinished(command, text)
      return true
    }
    if (phase === 'awaiting-mark') {
      if (code.kind === 'mark') targets.start(code.mark.code)
      else if (code.kind === 'carton-code') targets.start(code.code)
      else if (command?.name === 'recount' || command?.name === 'undo') targets.awaitMark(false)
      else targets.refused('recount-needs-mark', text)
      return true
    }
    if (command !== null) obey(command, text)
    else if (code.kind === 'goods') {
      const factor = times
      times = 1
      targets.count(code, factor, code.text)
    } else if (code.kind === 'garbage') targets.count({ candidates: [] }, 1, text)
    else targets.refused('recount-running', text)
    return true
  }

  return ({ text }) => {
    try {
      return take(text)
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('store-')) throw error
      targets.refused(error.code, text)
      return true
    }
  }
}
