import type { SupervisedCommand } from '#shared/domain/command-sheet.ts'
import type { Operator } from '#shared/domain/operator.ts'
import type { Bench } from '#electron/packing/index.ts'

type ApprovingBench = Pick<Bench, 'carton' | 'deviation' | 'locked' | 'acceptWeight' | 'void'>

/** What a command that takes a supervisor would do at the bench now; null when there is nothing it could. */
export const approvableAt = (bench: ApprovingBench) => (command: SupervisedCommand) => {
  const carton = bench.carton()
  if (carton === null || bench.locked()) return null
  const { code } = carton
  const isSame = (): boolean => bench.carton()?.code === code && !bench.locked()
  const by = ({ name }: Operator): string => `supervisor ${name}`
  if (command === 'void') {
    return { what: code, holds: isSame, run: (who: Operator) => bench.void(code, by(who)) }
  }
  const gross = bench.deviation()
  if (gross === null) return null
  return {
    what: `${code} ${gross} g`,
    holds: () => isSame() && bench.deviation() === gross,
    run: (who: Operator) => bench.acceptWeight(by(who)),
  }
}
