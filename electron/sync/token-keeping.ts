import { AppError } from '#shared/errors.ts'
import type { AuditLog } from '#electron/audit/index.ts'
import type { Credentials } from './credential.ts'

/** Where main keeps the token, and how well. */
export interface KeptCredentials extends Credentials {
  /** False: whoever reads this computer's files can speak for this station. */
  readonly isProtected: boolean
}

/** An administrator's word that the token may be kept all the same. */
export interface TokenConsent {
  readonly name: string
  readonly reason: string
}

/** On whose word a token is kept that this computer cannot protect. */
export interface TokenKeeping {
  /** Keeps the token, and notes once that nothing but the settings vouches for it. */
  readonly credentials: Credentials
  /** Somebody has to accept before a typed pairing code enrols. */
  consentDue(): boolean
  /**
   * Before a typed pairing code is tried.
   * @throws AppError token-unprotected when consent is due and not given
   */
  allow(consent: TokenConsent | undefined): void
}

interface Parts {
  readonly credentials: KeptCredentials
  readonly audit: AuditLog
  /** The settings hold a secret of equal power in plain text, training guards nothing; null: nobody has spoken yet. */
  readonly vouchedBy: 'settings' | 'training' | null
}

export const createTokenKeeping = ({ credentials, audit, vouchedBy }: Parts): TokenKeeping => {
  const consentDue = (): boolean =>
    !credentials.isProtected && vouchedBy === null && !audit.holds('unprotected-token-accepted')
  const note = (): void => {
    if (credentials.isProtected || vouchedBy !== 'settings') return
    if (audit.holds('unprotected-token-configured')) return
    audit.add({
      kind: 'unprotected-token-configured',
      who: 'settings.json',
      why: 'api.pairingCode',
    })
  }
  return {
    credentials: {
      load: credentials.load,
      save: (token) => {
        note()
        credentials.save(token)
      },
    },
    consentDue,
    allow: (consent) => {
      if (!consentDue()) return
      if (consent === undefined) {
        throw new AppError('token-unprotected', 'no key store, and nobody has accepted that')
      }
      audit.add({ kind: 'unprotected-token-accepted', who: consent.name, why: consent.reason })
    },
  }
}
