import type { HidAddress, SerialAddress } from '#shared/domain/device-address.ts'
import type { FramingOptions } from '#shared/domain/scan-framing.ts'
import { type LinkWorld, openLink } from '../links/open-link.ts'
import { createFraming } from './framing.ts'
import { createHidPosFraming } from './hid-pos.ts'
import { createLinkScanner } from './link-scanner.ts'
import type { Scanner } from './scanner.ts'

/** Opens a scanner below the keyboard; it comes and goes with its plug. */
export const openScanner = (
  config: {
    readonly id: string
    readonly name: string
    readonly address: SerialAddress | HidAddress
  } & FramingOptions,
  world: LinkWorld,
): Scanner => {
  const { id, name, address } = config
  const { after, clock } = world
  return createLinkScanner({
    id,
    name,
    link: openLink(address, 'scanner', world),
    framing: address.kind === 'hid' ? createHidPosFraming(config) : createFraming(config),
    after,
    clock,
  })
}
