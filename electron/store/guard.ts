import { AppError } from '#shared/errors.ts'
import { storeFault } from './faults.ts'

/** Names every fault of the store, and shuts it for good at the first sign of damage. */
export interface Guard {
  /** @throws AppError of the store; store-corrupt for ever once damage was found */
  run<T>(work: () => T): T
  isDamaged(): boolean
  declareDamaged(what: string): void
}

export const createGuard = (file: string, onDamage: (fault: AppError) => void): Guard => {
  let damage: AppError | null = null
  const shut = (fault: AppError): void => {
    if (damage !== null) return
    damage = fault
    onDamage(fault)
  }
  return {
    run: (work) => {
      if (damage !== null) throw damage
      try {
        return work()
      } catch (error) {
        const fault = storeFault(error, file)
        if (fault instanceof AppError && fault.code === 'store-corrupt') shut(fault)
        throw fault
      }
    },
    isDamaged: () => damage !== null,
    declareDamaged: (what) => shut(new AppError('store-corrupt', what, { details: { file } })),
  }
}
