import type { MarkScan, PackAnswer, PackSession } from './pack-session.ts'

const answer = (outcome: PackAnswer['outcome'], facts: PackAnswer['facts'] = {}): PackAnswer => ({
  outcome,
  sku: null,
  units: 0,
  facts,
})

/** What a scan of a box mark means now: only the bench carton's own, current, printed label counts. */
export const judgeMark = (session: PackSession, scan: MarkScan): PackAnswer => {
  const { carton } = session
  const { code, revision, digest, known, labels } = scan
  if (session.lock !== null) return answer('locked')
  if (code === null) return answer('mark-unreadable')
  if (known?.voided) return answer('mark-voided', { cartonCode: code })
  if (known !== null && revision !== null && revision < known.revision) {
    return answer('mark-stale', { cartonCode: code, revision, current: known.revision })
  }
  const sameRevision = known !== null && revision === known.revision
  if (sameRevision && digest !== null && known.digest !== null && digest !== known.digest) {
    return answer('mark-digest-differs', { cartonCode: code, revision })
  }
  if (carton === null || carton.state === 'open' || carton.code !== code) {
    if (known?.verified) return answer('mark-already-verified', { cartonCode: code })
    if (carton === null || carton.state === 'open')
      return answer('mark-not-due', { cartonCode: code })
    return answer('mark-other-carton', { cartonCode: code, expected: carton.code })
  }
  const { markRevision: current } = carton
  if (revision !== null && revision !== current) {
    return answer('mark-stale', { cartonCode: code, revision, current })
  }
  // The bars of older marks read the same: after a reopening, or for marks that were printed ahead, only the QR tells.
  const hasOlder = current > 1 || (carton.plan !== null && current > 0)
  if (revision === null && hasOlder) return answer('mark-needs-qr', { cartonCode: code })
  if (!labels.nextPrinted) return answer('mark-not-due', { cartonCode: code })
  const label = labels.confirmed + 1
  const isLast = label === labels.total && labels.rollsLeft === 0
  return answer(isLast ? 'carton-verified' : 'mark-confirmed', {
    cartonCode: code,
    label,
    labels: labels.total,
  })
}
