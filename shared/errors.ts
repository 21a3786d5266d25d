/** Every code an error may carry across a boundary. The renderer has one sentence for each, in every language. */
export const errorCodes = [
  'invalid-input',
  'forbidden-sender',
  'internal',
  'settings-invalid',
  'station-restarting',
  'store-read-only',
  'store-full',
  'store-corrupt',
  'store-newer-schema',
  'store-in-use',
  'backup-failed',
  'order-unknown',
  'order-invalid',
  'sku-invalid',
  'order-not-packable',
  'order-closed',
  'order-undecided',
  'order-not-closable',
  'order-not-closed',
  'short-reason-missing',
  'decision-unknown',
  'recount-running',
  'recount-absent',
  'recount-needs-mark',
  'shift-running',
  'shift-absent',
  'shift-carton-open',
  'shift-locked',
  'shift-unfinished',
  'shift-needs-badge',
  'shift-same-operator',
  'shift-needs-label',
  'shift-needs-temporary',
  'shift-needs-mark',
  'shift-not-listed',
  'lookup-open',
  'scanning-locked',
  'search-too-short',
  'search-unreadable',
  'no-order-open',
  'carton-unknown',
  'carton-not-parked',
  'carton-state',
  'carton-empty',
  'carton-unfinished',
  'nothing-to-repeat',
  'nothing-to-agree',
  'nothing-to-undo',
  'not-in-carton',
  'not-in-order',
  'no-exception-noted',
  'photos-full',
  'photo-unreadable',
  'photo-unkept',
  'codes-coming',
  'codes-exhausted',
  'codes-refused',
  'numbers-coming',
  'numbers-exhausted',
  'numbers-refused',
  'rights-coming',
  'rights-offline',
  'box-type-unknown',
  'box-type-too-large',
  'carton-breaks-rules',
  'measured-too-large',
  'measured-too-small',
  'measured-absurd',
  'weight-invalid',
  'nothing-to-approve',
  'operator-absent',
  'operator-unknown',
  'supervisor-unknown',
  'supervisor-needed',
  'scale-absent',
  'scale-silent',
  'scale-unreadable',
  'scale-fault',
  'scan-broken-off',
  'scans-waiting',
  'scanner-lost',
  'device-missing',
  'device-busy',
  'device-forbidden',
  'device-failed',
  'device-setup-invalid',
  'device-unknown',
  'printer-unknown',
  'printer-busy',
  'printer-head-open',
  'printer-cover-open',
  'printer-paper-out',
  'printer-ribbon-out',
  'printer-jam',
  'printer-cutter',
  'printer-too-hot',
  'printer-paused',
  'printer-fault',
  'printer-offline',
  'printer-setup-invalid',
  'unit-label-failed',
  'unit-label-not-due',
  'parking-label-failed',
  'printer-held',
  'planned-none',
  'planned-number-taken',
  'planned-under-way',
  'print-job-unknown',
  'print-job-state',
  'printer-unreachable',
  'printer-interrupted',
  'glyph-missing',
  'label-out-of-bounds',
  'label-shifted-off',
  'label-media',
  'not-enrolled',
  'enrol-again',
  'pairing-code-wrong',
  'token-unprotected',
  'server-of-others',
  'server-certificate',
  'server-unreachable',
  'server-refused',
  'server-busy',
  'server-failing',
  'server-web-page',
  'server-not-linkstar',
  'document-unwritable',
  'document-unopened',
  'sheet-unreadable',
  'sheet-too-large',
  'sheet-too-many-rows',
  'sheet-locked',
  'sheet-old-format',
  'sheet-encoding',
  'sheet-empty',
  'import-gone',
  'packing-list-empty',
  'not-in-training',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Facts that complete the sentence of an error: plain values, never secrets. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>

export interface ErrorShape {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
  readonly retryable: boolean
}

/** What the edges throw. `message` is for logs; the packer's sentence comes from `code` and `details`. */
export class AppError extends Error implements ErrorShape {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly retryable: boolean

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: ErrorDetails; retryable?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.details = options.details ?? {}
    this.retryable = options.retryable ?? false
  }

  toShape(): ErrorShape {
    return {
      code: this.code,
      message: this.message,
      details: this.details,
      retryable: this.retryable,
    }
  }
}
