import type { PackAnswer, PackSession, RollScan } from './pack-session.ts'

/** What a scan of a mark roll's barcode means now: only a roll that the carton needs, once its labels are due. */
export const judgeRoll = (session: PackSession, scan: RollScan): PackAnswer => {
  const { carton, lock } = session
  const { roll, labels } = scan
  const answer = (outcome: PackAnswer['outcome'], facts: PackAnswer['facts'] = {}): PackAnswer => ({
    outcome,
    sku: null,
    units: 0,
    facts: { roll: roll.name, ...facts },
  })
  if (lock !== null) return answer('locked')
  if (carton === null || carton.state === 'open') return answer('roll-not-due')
  if (!roll.isNeeded) return answer('roll-not-needed', { cartonNo: carton.cartonNo })
  if (roll.isConfirmed) return answer('roll-not-due')
  const isLast = labels.confirmed === labels.total && labels.rollsLeft === 1
  return answer(isLast ? 'carton-verified' : 'roll-confirmed', { cartonCode: carton.code })
}
