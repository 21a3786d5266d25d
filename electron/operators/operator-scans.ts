import { supervisedCommand, type SupervisedCommand } from '#shared/domain/command-sheet.ts'
import type { Operator } from '#shared/domain/operator.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { SignIn } from './sign-in.ts'

/** What waits for a supervisor: it is done only while it is still what the supervisor has seen. */
export interface Approvable {
  /** What it is about, e.g. a carton and its weight. */
  readonly what: string
  /** It can still be done, exactly as it was asked. */
  readonly holds: () => boolean
  readonly run: (supervisor: Operator) => void
}

export type OperatorNotice = 'signed-in' | 'signed-out' | 'supervisor-asked'

interface OperatorScanParts {
  readonly signIn: SignIn
  readonly readScan: ReadScan
  /** What the command would do now; null when there is nothing it could. */
  readonly approvable: (command: SupervisedCommand) => Approvable | null
  /** Written down before it is done: a supervisor answers for it. */
  readonly approved: (command: SupervisedCommand, what: string, supervisor: Operator) => void
  readonly tell: (notice: OperatorNotice, operator: string, scan: RawScan) => void
  readonly refuse: (code: ErrorCode, scan: RawScan) => void
}

/** Leads badges and what needs one to whom they are for. @returns whether the scan ended here */
export const createOperatorScans = (parts: OperatorScanParts): ((scan: RawScan) => boolean) => {
  const { signIn, readScan, tell, refuse } = parts
  /** A command that waits for the badge of a supervisor: the very next scan, or it is dropped. */
  let waiting: { readonly command: SupervisedCommand; readonly deed: Approvable } | null = null

  const approve = (operator: Operator, asked: NonNullable<typeof waiting>, scan: RawScan): void => {
    if (operator.role !== 'supervisor') return refuse('supervisor-needed', scan)
    if (!asked.deed.holds()) return refuse('nothing-to-approve', scan)
    parts.approved(asked.command, asked.deed.what, operator)
    asked.deed.run(operator)
  }

  const ask = (command: SupervisedCommand, scan: RawScan): boolean => {
    const deed = parts.approvable(command)
    // The bench says why there is nothing to approve.
    if (deed === null) return false
    if (!signIn.hasSupervisor()) {
      refuse('supervisor-unknown', scan)
      return true
    }
    waiting = { command, deed }
    tell('supervisor-asked', '', scan)
    return true
  }

  return (scan) => {
    const code = readScan(scan.text)
    const asked = waiting
    waiting = null
    const operator = code.kind === 'goods' ? signIn.byBadge(code.text) : null
    if (operator !== null) {
      // What a badge says opens doors: it is neither shown nor written down.
      const unread = { ...scan, text: '' }
      if (asked !== null) approve(operator, asked, unread)
      else {
        signIn.enter(operator)
        tell('signed-in', operator.name, unread)
      }
      return true
    }
    if (code.kind === 'command' && code.command.name === 'sign-out') {
      if (signIn.current() === null) return false
      signIn.leave()
      tell('signed-out', '', scan)
      return true
    }
    if (signIn.isAwaited()) {
      refuse('operator-absent', scan)
      return true
    }
    const command = code.kind === 'command' ? supervisedCommand(code.command) : null
    return command !== null && ask(command, scan)
  }
}
