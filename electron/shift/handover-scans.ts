import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { Command } from '#shared/domain/command-code.ts'
import type { Operator } from '#shared/domain/operator.ts'
import type { PackAnswer } from '#shared/domain/pack-session.ts'
import type { ReadScan } from '#shared/domain/scan-code.ts'
import type { HandoverScan } from '#shared/domain/shift-handover.ts'
import { AppError, type ErrorCode } from '#shared/errors.ts'
import type { RawScan } from '#electron/devices/index.ts'
import { plainAnswer, refusalAnswer } from '#electron/packing/index.ts'

/** What scans may do while a shift is handed over. */
interface HandoverTargets {
  readonly accept: (scan: HandoverScan) => PackAnswer
  readonly finish: (successor: Operator | null, scan: RawScan) => void
  readonly undo: () => void
  readonly leave: () => void
  /** Temporary labels that did not come out once more. @returns how many there were */
  readonly printMissing: () => number
  /** Whatever was answered before is done with. */
  readonly clear: () => void
  readonly answer: (given: PackAnswer, text: string) => void
}

interface ScanParts {
  readonly readScan: ReadScan
  readonly byBadge: (text: string) => Operator | null
}

const refused = (code: ErrorCode): PackAnswer => refusalAnswer({ code, details: {} })

/** While it runs every scan belongs to the handover: none of them packs, verifies or resumes anything. */
export const createHandoverScans = (
  { readScan, byBadge }: ScanParts,
  targets: HandoverTargets,
): ((scan: RawScan) => void) => {
  const { answer } = targets

  const obey = (command: Command, scan: RawScan): void => {
    switch (command.name) {
      case 'resume':
        return answer(targets.accept({ kind: 'temporary', code: command.carton }), scan.text)
      case 'done':
        return targets.finish(null, scan)
      case 'undo':
        return targets.undo()
      case 'back':
        return targets.leave()
      case 'acknowledge':
      case 'shift':
        return targets.clear()
      case 'reprint':
        return targets.printMissing() > 0
          ? targets.clear()
          : answer(refused('shift-running'), scan.text)
      case 'unknown':
        return answer(plainAnswer('command-unknown'), scan.text)
      default:
        return answer(refused('shift-running'), scan.text)
    }
  }
  const mark = (code: CartonCode, revision: number | null, text: string): void =>
    answer(targets.accept({ kind: 'mark', code, revision }), text)

  const take = (scan: RawScan): void => {
    if (scan.isBroken === true) return answer(refused('scan-broken-off'), '')
    const code = readScan(scan.text)
    switch (code.kind) {
      case 'command':
        return obey(code.command, scan)
      case 'carton-code':
        return mark(code.code, null, scan.text)
      case 'mark':
        return mark(code.mark.code, code.mark.revision, scan.text)
      case 'broken-mark':
        return answer(plainAnswer('mark-unreadable'), scan.text)
      case 'goods': {
        const successor = byBadge(code.text)
        // What a badge says opens doors: it is neither shown nor written down.
        if (successor !== null) return targets.finish(successor, { ...scan, text: '' })
        return answer(refused('shift-needs-label'), scan.text)
      }
      case 'pallet':
      case 'garbage':
        return answer(refused('shift-needs-label'), scan.text)
    }
  }

  return (scan) => {
    try {
      take(scan)
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('store-')) throw error
      const details: Record<string, string | number> = {}
      for (const [name, value] of Object.entries(error.details)) {
        if (typeof value === 'string' || typeof value === 'number') details[name] = value
      }
      answer(refusalAnswer({ code: error.code, details }), '')
    }
  }
}
