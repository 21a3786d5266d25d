import type { FoundView, LookupView } from '#shared/contract/lookup-views.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import { displayText, type ReadScan, type ScanCode } from '#shared/domain/scan-code.ts'
import type { OrderNo } from '#shared/domain/order.ts'
import { AppError, type ErrorCode, type ErrorShape } from '#shared/errors.ts'
import type { RawScan } from '#electron/devices/index.ts'
import type { Bench } from './bench.ts'

/** 查找: while it is open scans look things up, and nothing is packed or weighed. */
export interface Lookup {
  view(): LookupView
  isOpen(): boolean
  /** @throws AppError scanning-locked, recount-running */
  open(): void
  /** Shows a carton's page, or what was found before. @throws as `open`, and carton-unknown */
  show(code: CartonCode | null): void
  close(): void
  /** True when the scan looked something up. */
  takes(scan: RawScan): boolean
  /** This scan could not be taken: said where the packer looks. */
  notTaken(scan: RawScan, why: ErrorCode): void
}

interface LookupParts {
  readonly search: (text: string) => FoundView
  /** A carton, or a mark that was printed ahead for one. */
  readonly isKnown: (code: CartonCode) => boolean
  readonly isCarton: (code: CartonCode) => boolean
  readonly isOrder: (orderNo: OrderNo) => boolean
  readonly bench: Pick<Bench, 'orderNo' | 'locked' | 'scan'>
  /** A carton is counted, or its mark is waited for. */
  readonly isRecounting: () => boolean
  readonly readScan: ReadScan
  readonly publish: (view: LookupView) => void
  /** Scans and weights are the bench's again. */
  readonly closed: () => void
}

const cartonIn = (code: ScanCode): CartonCode | null => {
  if (code.kind === 'carton-code') return code.code
  return code.kind === 'mark' ? code.mark.code : null
}

const closing: ReadonlySet<string> = new Set(['find', 'back', 'acknowledge'])

export const createLookup = (parts: LookupParts): Lookup => {
  const { bench, search, isKnown } = parts
  let view: LookupView = { rev: 0, isOpen: false, cartonCode: null, asked: null }
  let answers = 0

  const show = (change: Partial<LookupView>): void => {
    view = { ...view, ...change, rev: view.rev + 1 }
    parts.publish(view)
  }
  const answer = (text: string, found: FoundView | null, problem: ErrorShape | null): void => {
    answers += 1
    const asked = { seq: answers, text: displayText(text), found, problem }
    // What was refused changes nothing of what is shown.
    show(found === null ? { asked } : { asked, cartonCode: found.exact })
  }
  const refuse = (text: string, error: AppError): void => answer(text, null, error.toShape())
  const notTaken = (scan: RawScan, why: ErrorCode): void =>
    refuse(scan.text, new AppError(why, 'the scan was not taken'))

  const mayOpen = (): void => {
    if (view.isOpen) return
    if (bench.locked()) throw new AppError('scanning-locked', 'wrong goods wait for a word')
    if (parts.isRecounting()) throw new AppError('recount-running', 'a carton is counted')
  }
  const close = (): void => {
    if (!view.isOpen) return
    show({ isOpen: false, cartonCode: null, asked: null })
    parts.closed()
  }
  const find = (text: string): void => {
    try {
      answer(text, search(text), null)
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('store-')) throw error
      refuse(text, error)
    }
  }

  /** Without an order in hand the bench tells whose carton a mark is; its page says the rest. */
  const opensPage = (code: ScanCode, scan: RawScan): boolean => {
    const carton = cartonIn(code)
    const isIdle = bench.orderNo() === null && !parts.isRecounting()
    if (carton === null || !isIdle || !parts.isCarton(carton)) return false
    bench.scan(scan)
    if (bench.orderNo() === null) show({ isOpen: true, cartonCode: carton, asked: null })
    return true
  }

  /** What is meant for the bench ends the lookup, where nothing there can be changed unseen. */
  const isForBench = (code: ScanCode): boolean => {
    if (code.kind === 'command' && code.command.name === 'recount') return true
    if (bench.orderNo() !== null) return false
    if (code.kind === 'command') return true
    return code.kind === 'goods' && parts.isOrder(code.text as OrderNo)
  }

  const opens = (): boolean => {
    const mayBe = !bench.locked() && !parts.isRecounting()
    if (mayBe) show({ isOpen: true, cartonCode: null, asked: null })
    return mayBe
  }

  const takes = (scan: RawScan): boolean => {
    if (scan.isBroken === true) return false
    const code = parts.readScan(scan.text)
    const command = code.kind === 'command' ? code.command.name : null
    if (!view.isOpen) return command === 'find' ? opens() : opensPage(code, scan)
    if (command !== null && closing.has(command)) {
      close()
      return true
    }
    if (isForBench(code)) {
      close()
      return false
    }
    if (command === null || command === 'resume') find(scan.text)
    else notTaken(scan, 'lookup-open')
    return true
  }

  return {
    view: () => view,
    isOpen: () => view.isOpen,
    open: () => {
      mayOpen()
      if (!view.isOpen) show({ isOpen: true, cartonCode: null, asked: null })
    },
    show: (code) => {
      mayOpen()
      if (code !== null && !isKnown(code)) {
        throw new AppError('carton-unknown', `no carton ${code}`, { details: { cartonCode: code } })
      }
      show({ isOpen: true, cartonCode: code, asked: null })
    },
    close,
    takes,
    notTaken,
  }
}
