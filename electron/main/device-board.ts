import type { ErrorShape } from '#shared/errors.ts'
import type { DevicesView } from '#shared/contract/views.ts'
import type { ScaleState } from '#electron/devices/index.ts'
import type { PrintJob } from '#electron/printing/index.ts'

type DeviceState = DevicesView['printer']

/** How the devices are, as far as anybody knows: silence means unknown, never well. */
export interface DeviceBoard {
  view(): DevicesView
  printed(job: Pick<PrintJob, 'state' | 'problem'>): void
  scanned(): void
  scaleIs(state: ScaleState): void
}

const stateOfPrinter = (job: Pick<PrintJob, 'state' | 'problem'>): DeviceState['state'] => {
  if (job.state === 'sent' || job.state === 'confirmed') return 'ok'
  return job.problem === null ? 'unknown' : 'problem'
}

const stateOfScale = (state: ScaleState): DeviceState['state'] =>
  state === 'live' ? 'ok' : state === 'silent' ? 'problem' : 'absent'

export const createDeviceBoard = (
  names: { readonly printer: string; readonly scanner: string; readonly scale: string },
  changed: (view: DevicesView) => void,
): DeviceBoard => {
  const device = (
    name: string,
    state: DeviceState['state'],
    problem: ErrorShape | null = null,
  ): DeviceState => ({ name, state, problem })
  let view: DevicesView = {
    printer: device(names.printer, 'unknown'),
    scanner: device(names.scanner, 'unknown'),
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
    scanned: () => set({ scanner: device(names.scanner, 'ok') }),
    scaleIs: (state) => set({ scale: device(names.scale, stateOfScale(state)) }),
  }
}
