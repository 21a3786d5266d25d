import type { DetectionView, ScaleConfigView } from '#shared/contract/device-views.ts'
import {
  deviceAddressText,
  readDeviceAddress,
  type SerialAddress,
} from '#shared/domain/device-address.ts'
import { AppError } from '#shared/errors.ts'
import { type LinkWorld, openLink } from '../links/open-link.ts'
import { detectScale } from '../scales/detect-scale.ts'
import type { Scale } from '../scales/scale.ts'

interface FindParts {
  /** The scale that is set up: it lets go of the port meanwhile. */
  readonly scale: { readonly device: Pick<Scale, 'pause'>; readonly address: string | null }
  readonly world: LinkWorld
  readonly signal: AbortSignal
  readonly told: (detection: DetectionView) => void
}

const serialAt = (address: string): SerialAddress => {
  const read = readDeviceAddress(address)
  if (read.ok && read.value.kind === 'serial') return read.value
  const reason = read.ok ? 'must be serial:PORT' : read.error
  throw new AppError('device-setup-invalid', reason, { details: { path: 'scale.address', reason } })
}

const isSamePort = (port: SerialAddress, other: string | null): boolean => {
  const read = other === null ? null : readDeviceAddress(other)
  return read?.ok === true && read.value.kind === 'serial' && read.value.path === port.path
}

/**
 * What the scale at this port speaks, or null. Rejects with AppError device-setup-invalid where there can be no scale,
 * and with device-missing, -busy, -forbidden or -failed when the port cannot be opened.
 */
export const findScale = async (
  address: string,
  { scale, world, signal, told }: FindParts,
): Promise<ScaleConfigView | null> => {
  const port = serialAt(address)
  const resume = isSamePort(port, scale.address) ? await scale.device.pause() : null
  const unopened = new AbortController()
  const fate: { problem: AppError | null } = { problem: null }
  try {
    const found = await detectScale(port, {
      open: (setting) => {
        const link = openLink(setting, 'scale', world)
        link.onState((state) => {
          if (state === 'open' || link.problem() === null) return
          // Waiting does not open it; whoever asked can do something about it.
          fate.problem = link.problem()
          unopened.abort()
        })
        return link
      },
      after: world.after,
      signal: AbortSignal.any([signal, unopened.signal]),
      tried: (step, of, { baudRate }) => told({ step, of, baudRate }),
    })
    if (found !== null)
      return { protocol: found.protocol, address: deviceAddressText(found.address) }
    if (fate.problem !== null) throw fate.problem
    return null
  } finally {
    resume?.()
  }
}
