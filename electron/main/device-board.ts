import { AppError, type ErrorShape } from '#shared/errors.ts'
import type { DevicesView } from '#shared/contract/views.ts'
import type { LinkState } from '#electron/devices/index.ts'
import type { ScaleState } from '#shared/domain/scale-state.ts'
import type { PrintJob } from '#electron/printing/index.ts'

type DeviceState = DevicesView['printer']

/** How the devices are, as far as anybody knows: silence means unknown, never well. */
export interface DeviceBoard {
  view(): DevicesView
  printed(job: Pick<PrintJob, 'state' | 'problem'>): void
  /** What keeps the printer from printing, in its own words, or null when it says that it is well. */
  printerSays(trouble: AppError | null): void
  /** A scan came: from this scanner, or from one that the page could not name. */
  scanned(scanner?: string): void
  scannerIs(scanner: string, state: LinkState, problem: AppError | null): void
  scaleIs(state: ScaleState, problem: AppError | null): void
}

const stateOfPrinter = (job: Pick<PrintJob, 'state' | 'problem'>): DeviceState['state'] => {
  if (job.state === 'sent' || job.state === 'confirmed') return 'ok'
  return job.problem === null ? 'unknown' : 'problem'
}

/** Too much on it, or too little, is told where it is weighed: the scale itself works. */
const works: ReadonlySet<ScaleState> = new Set(['live', 'overload', 'underload'])

/** Why a scale that is connected is of no use, as the packer can be told. */
const troubleOfScale = (state: ScaleState): ErrorShape | null => {
  if (state === 'absent' || works.has(state)) return null
  return new AppError(`scale-${state as 'silent' | 'unreadable' | 'fault'}`, state).toShape()
}

const stateOfScale = (state: ScaleState, problem: ErrorShape | null): DeviceState['state'] => {
  if (works.has(state)) return 'ok'
  return state === 'absent' && problem === null ? 'absent' : 'problem'
}

/** The worst first. */
const ranks: readonly DeviceState['state'][] = ['problem', 'absent', 'unknown', 'ok']

const worstOf = (devices: readonly DeviceState[]): DeviceState => {
  const sorted = devices.toSorted((a, b) => ranks.indexOf(a.state) - ranks.indexOf(b.state))
  return sorted[0] ?? { name: '', state: 'unknown', problem: null }
}

/** Its own words where only the plug is out: the bench has other scanners to go on with. */
const scannerProblem = (name: string, problem: AppError): ErrorShape => {
  const { code, message, details } = problem
  const own = code === 'device-missing' ? 'scanner-lost' : code
  return new AppError(own, message, {
    details: { ...details, scanner: name },
    retryable: true,
  }).toShape()
}

interface ScannerName {
  readonly id: string
  readonly name: string
  /** It shows only by its scans that it is there. */
  readonly isTyped: boolean
}

interface DeviceNames {
  readonly printer: string
  readonly scanners: readonly ScannerName[]
  readonly scale: string
}

export const createDeviceBoard = (
  names: DeviceNames,
  changed: (view: DevicesView) => void,
): DeviceBoard => {
  const device = (
    name: string,
    state: DeviceState['state'],
    problem: ErrorShape | null = null,
  ): DeviceState => ({ name, state, problem })
  const scanners = new Map(names.scanners.map(({ id, name }) => [id, device(name, 'unknown')]))
  const allScanners = (): Pick<DevicesView, 'scanner' | 'scanners'> => {
    const all = [...scanners.values()]
    return {
      scanner: worstOf(all),
      scanners: [...scanners].map(([id, one]) => ({ id, ...one })),
    }
  }
  let view: DevicesView = {
    printer: device(names.printer, 'unknown'),
    ...allScanners(),
    scale: device(names.scale, 'absent'),
  }
  const set = (next: Partial<DevicesView>): void => {
    const before = JSON.stringify(view)
    view = { ...view, ...next }
    if (JSON.stringify(view) !== before) changed(view)
  }
  return {
    view: () => view,
    printed: (job) => {
      // A name the font cannot write is the label's trouble, not the printer's.
      if (job.problem !== null && !job.problem.code.startsWith('printer-')) return
      if (job.state === 'allocated' || job.state === 'rendered' || job.state === 'sending') return
      set({ printer: device(names.printer, stateOfPrinter(job), job.problem) })
    },
    printerSays: (trouble) =>
      set({
        printer: device(
          names.printer,
          trouble === null ? 'ok' : 'problem',
          trouble === null ? null : trouble.toShape(),
        ),
      }),
    scanned: (scanner) => {
      const typing = names.scanners.filter(({ isTyped }) => isTyped)
      const known =
        typing.find(({ id }) => id === scanner) ?? (typing.length === 1 ? typing[0] : undefined)
      if (known === undefined || scanners.get(known.id)?.state === 'ok') return
      scanners.set(known.id, device(known.name, 'ok'))
      set(allScanners())
    },
    scannerIs: (scanner, state, problem) => {
      const name = names.scanners.find(({ id }) => id === scanner)?.name ?? scanner
      const known = problem === null ? null : scannerProblem(name, problem)
      const shown = state === 'open' ? 'ok' : known === null ? 'unknown' : 'problem'
      scanners.set(scanner, device(name, shown, state === 'open' ? null : known))
      set(allScanners())
    },
    scaleIs: (state, absence) => {
      const problem = absence?.toShape() ?? troubleOfScale(state)
      set({ scale: device(names.scale, stateOfScale(state, problem), problem) })
    },
  }
}
