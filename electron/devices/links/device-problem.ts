import { AppError, type ErrorCode } from '#shared/errors.ts'

/** What the operating systems say, in the words of serialport and hidapi, and what it comes to. */
const sayings: readonly (readonly [RegExp, ErrorCode])[] = [
  [/cannot lock port|temporarily unavailable|access denied|resource busy/i, 'device-busy'],
  [/permission denied|not permitted|EACCES|EPERM/i, 'device-forbidden'],
  [
    /no such|not found|cannot find|ENOENT|ENXIO|ENODEV|disconnected|could not open/i,
    'device-missing',
  ],
]

/** A fault of a device as something the packer can be told. `address` is the device's, as it stands in the settings. */
export const deviceProblem = (error: unknown, address: string): AppError => {
  if (error instanceof AppError) return error
  const reason = error instanceof Error ? error.message : String(error)
  const code = sayings.find(([saying]) => saying.test(reason))?.[1] ?? 'device-failed'
  return new AppError(code, reason, { details: { address, reason }, retryable: true, cause: error })
}

/** An opened device has gone: whatever the system calls that, the plug or the power is where to look, and nobody is told more. */
export const deviceGone = (error: unknown, address: string): AppError => {
  const reason = error instanceof Error ? error.message : String(error)
  return new AppError('device-missing', reason, {
    details: { address },
    retryable: true,
    cause: error,
  })
}
