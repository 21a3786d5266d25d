import { AppError } from '#shared/errors.ts'
import type { VirtualPrint } from '#shared/contract/views.ts'
import type { RequestHandlers } from './register.ts'

type TrainingRequest = Extract<keyof RequestHandlers, `training.${string}`>

/** The virtual devices that the settings name; each is null where a real one stands. */
export interface VirtualDevices {
  readonly scale: { place(grams: number): void; clear(): void } | null
  readonly printer: { prints(): VirtualPrint[] } | null
  /** Weight in grams of the carton on the bench, as it should be. */
  readonly expectedGross: () => number
}

export const trainingHandlers = ({
  scale,
  printer,
  expectedGross,
}: VirtualDevices): Pick<RequestHandlers, TrainingRequest> => ({
  'training.place': (grams) => {
    if (scale === null) throw new AppError('not-in-training', 'there is no virtual scale')
    if (grams === 0) scale.clear()
    else scale.place(grams ?? expectedGross())
  },
  'training.prints': () => printer?.prints() ?? [],
})
