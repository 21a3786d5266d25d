import type { HidAddress, SerialAddress } from '#shared/domain/device-address.ts'
import { deviceAddressText } from '#shared/domain/device-address.ts'
import { hidLine, hidUsagePages } from './hid-line.ts'
import type { DeviceLink } from './link.ts'
import type { ListPorts } from './list-devices.ts'
import { type After, createReconnectingLink } from './reconnecting-link.ts'
import { serialLine } from './serial-line.ts'

export interface LinkWorld {
  readonly listPorts: ListPorts
  readonly after: After
  /** Monotonic milliseconds. */
  readonly clock: () => number
}

/** The line to a scanner or a scale; of a HID device, to the interface that is one. */
export const openLink = (
  address: SerialAddress | HidAddress,
  device: keyof typeof hidUsagePages,
  { listPorts, after, clock }: LinkWorld,
): DeviceLink =>
  createReconnectingLink({
    address: deviceAddressText(address),
    open:
      address.kind === 'serial'
        ? serialLine(address, listPorts)
        : hidLine(address, hidUsagePages[device]),
    after,
    clock,
  })
