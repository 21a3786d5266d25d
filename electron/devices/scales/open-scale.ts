import { readDeviceAddress } from '#shared/domain/device-address.ts'
import { scaleProtocols } from '#shared/domain/scale-protocol.ts'
import { type LinkWorld, openLink } from '../links/open-link.ts'
import { createLinkScale } from './link-scale.ts'
import { protocols } from './protocols/all.ts'
import type { Scale } from './scale.ts'

/**
 * The scale at a serial or HID address that speaks this protocol.
 * @throws RangeError for what the settings do not let through
 */
export const openScale = (
  { address, protocol }: { readonly address: string; readonly protocol: string },
  world: LinkWorld,
): Scale => {
  const read = readDeviceAddress(address)
  const id = scaleProtocols.find((known) => known === protocol)
  if (!read.ok || (read.value.kind !== 'serial' && read.value.kind !== 'hid') || id === undefined) {
    throw new RangeError(`no scale at ${address} speaks ${protocol}`)
  }
  return createLinkScale({
    link: openLink(read.value, 'scale', world),
    protocol: protocols[id],
    after: world.after,
  })
}
