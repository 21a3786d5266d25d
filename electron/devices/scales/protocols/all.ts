import type { ScaleProtocolId } from '#shared/domain/scale-protocol.ts'
import { andScale, casScale } from './comma-lines.ts'
import { hidScale } from './hid.ts'
import { mtSics } from './mt-sics.ts'
import { ohaus } from './ohaus.ts'
import type { ScaleProtocol } from './protocol.ts'
import { toledo } from './toledo.ts'
import { yaohuaA12e, yaohuaA12ss, yaohuaA9 } from './yaohua.ts'

/** Everything the station understands of scales. */
export const protocols: Readonly<Record<ScaleProtocolId, ScaleProtocol>> = {
  'yaohua-a9': yaohuaA9,
  'yaohua-a12e': yaohuaA12e,
  'yaohua-a12ss': yaohuaA12ss,
  toledo,
  'mt-sics': mtSics,
  and: andScale,
  cas: casScale,
  ohaus,
  hid: hidScale,
}
