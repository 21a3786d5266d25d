import { parseCartonCode } from './carton-code.ts'
import { isGtin } from './barcode.ts'
import { parseCommand } from './command-code.ts'

export const operatorRoles = ['packer', 'supervisor'] as const
export type OperatorRole = (typeof operatorRoles)[number]

/** Who works at the bench (操作员). */
export interface Operator {
  readonly id: string
  readonly name: string
  readonly role: OperatorRole
  /** What the barcode on the badge (工牌) says. */
  readonly badge: string
}

const fewest = 4

/** Why a badge cannot say this, or null: a scan of it must never be taken for goods, a carton or a command. */
export const badgeFault = (badge: string): string | null => {
  if (badge.length < fewest) return `must have at least ${fewest} characters`
  // Printable ASCII, as every scanner reads it whatever its keyboard is set to.
  if (!/^[\x20-\x7E]+$/.test(badge)) return 'must be made of letters, digits and signs of ASCII'
  if (parseCommand(badge) !== null) return 'must not be a command code'
  if (/^LSC?\d/.test(badge) || parseCartonCode(badge) !== null) return 'must not be a carton code'
  return isGtin(badge) ? 'must not be the barcode of goods' : null
}
