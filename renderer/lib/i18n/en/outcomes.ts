import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'

export const outcomes = {
  'outcome.accepted.title': 'Packed +{{units}}',
  'outcome.accepted.do': 'Keep scanning goods; when the carton is full, scan DONE',
  'outcome.not-in-order.title': 'Wrong item: keep it out',
  'outcome.not-in-order.do':
    'This order does not want it. Put it back, then press OK or scan the OK code',
  'outcome.unknown-code.title': 'Unknown barcode: keep it out',
  'outcome.unknown-code.do':
    'Check that you scanned the product code. If so, set it aside and tell the shift lead. Then press OK',
  'outcome.line-complete.title': 'Enough of this one',
  'outcome.line-complete.do': 'Put the extra units back and scan other goods',
  'outcome.no-rights.title': 'The rest is for other stations',
  'outcome.no-rights.do': 'Put it back and scan other goods',
  'outcome.needs-unit-label.title': 'No unit label: keep it out',
  'outcome.needs-unit-label.do':
    'Scan “Unit label” to print the {{required}} label, stick it on and scan it; press OK to leave the unit out',
  'outcome.mixing-forbidden.title': 'Must not be mixed: keep it out',
  'outcome.mixing-forbidden.do': 'Set it aside and pack it in another carton later. Then press OK',
  'outcome.over-limit.title': 'It would be too heavy',
  'outcome.over-limit.do': 'Leave it out. Scan DONE and pack it in the next carton',

  'outcome.mark-confirmed.title': 'Box mark confirmed',
  'outcome.mark-confirmed.do': 'Scan the next box mark',
  'outcome.carton-verified.title': 'Carton complete',
  'outcome.carton-verified.do': 'Move it to the finished area. The next scan begins a new carton',
  'outcome.mark-other-carton.title': 'Wrong mark: it belongs to another carton',
  'outcome.mark-other-carton.do':
    'Peel it off, put it on its own carton, press OK, then scan this carton’s mark',
  'outcome.mark-voided.title': 'Voided mark: do not use it',
  'outcome.mark-voided.do': 'Tear it up, then press OK',
  'outcome.mark-stale.title': 'Old mark: do not use it',
  'outcome.mark-stale.do':
    'The carton was changed. Tear up the old mark, stick on the new one, then press OK',
  'outcome.mark-digest-differs.title': 'The mark does not match this carton’s record',
  'outcome.mark-digest-differs.do':
    'Give the mark to the shift lead and have the carton recounted. Then press OK',
  'outcome.mark-unreadable.title': 'The mark cannot be read',
  'outcome.mark-unreadable.do':
    'Flatten the label and scan again; if it fails, press F6 to print it again',
  'outcome.mark-needs-qr.title': 'Scan the QR code',
  'outcome.mark-needs-qr.do':
    'This carton was changed and the bars do not tell old from new. Scan the QR code',
  'outcome.mark-not-due.title': 'Too early for a box mark',
  'outcome.mark-not-due.do': 'Finish packing, weigh and print the marks first',
  'outcome.mark-already-verified.title': 'This carton is already confirmed',
  'outcome.mark-already-verified.do': 'No need to scan it again. Carry on with the carton in hand',
  'outcome.roll-confirmed.title': 'Mark confirmed: {{roll}}',
  'outcome.roll-confirmed.do': 'Stick one on a side of the carton and go on scanning its marks',
  'outcome.roll-not-needed.title': 'Not for this carton: {{roll}}',
  'outcome.roll-not-needed.do': 'Put the roll back, take off what is stuck on, then scan ACK',
  'outcome.roll-not-due.title': 'No mark roll is due now',
  'outcome.roll-not-due.do': 'Scan it once a carton, after its marks are printed',

  'outcome.mark-planned.title': 'Planned mark: it came out',
  'outcome.mark-planned.do':
    'It was printed ahead and is no finished carton yet. Keep it for its carton',

  'outcome.locked.title': 'Scanning is locked: press OK first',
  'outcome.locked.do': 'Put the last item back, then press OK or scan the OK code',
  'outcome.finish-carton-first.title': 'Finish this carton first',
  'outcome.finish-carton-first.do': 'Leave this item out. To pack more, press F4 to go back',
  'outcome.case-expected.title': 'That is the code of a single unit',
  'outcome.case-expected.do':
    'Scan the code on the outside of the case; to pack units, scan “Single units”',
  'outcome.mode-scan.title': 'Single units: one scan each',
  'outcome.mode-scan.do': 'Scan the first item',
  'outcome.mode-whole-case.title': 'Whole cases: one scan each',
  'outcome.mode-whole-case.do': 'Scan the case, put it on the scale, stick its marks on, scan them',
  'outcome.command-unknown.title': 'Unknown command code',
  'outcome.command-unknown.do': 'Use a newly printed sheet of command codes',
  'outcome.no-order.title': 'No order is open',
  'outcome.no-order.do': 'Scan an order number first, then goods',
  'outcome.pallet-not-due.title': 'That is a pallet code',
  'outcome.pallet-not-due.do': 'Packing needs no pallets; keep scanning goods',
  'outcome.carton-known.title': 'Carton {{no}} of order {{order}}: {{state}}',
  'outcome.carton-known.do':
    'To change it, scan its order number first; to recount it, scan “Recount” and then its mark',
  'outcome.counted.title': 'Counted +{{units}}',
  'outcome.counted.do': 'Keep scanning; when all is counted, finish the recount',
  'outcome.undone.title': 'Took back {{units}}',
  'outcome.undone.do': 'Take it out of the carton and keep scanning',
  'outcome.repeated.title': 'As the last carton: {{units}} units noted',
  'outcome.repeated.do': 'Pack it like the last one, then scan “Done”',
  'outcome.carton-parked.title': 'Carton {{no}} is parked',
  'outcome.carton-parked.do':
    'Stick the temporary label on and put it aside. Scan the label to go on with it',
  'outcome.carton-queued.title': 'Carton {{no}} waits for the scale',
  'outcome.carton-queued.do':
    'Stick the temporary label on and bring it to the scale. Scan the label when its turn comes',
  'outcome.carton-resumed.title': 'Carton {{no}} is back: tear its temporary label off',
  'outcome.carton-resumed.do': 'Go on with this carton',
  'outcome.signed-in.title': '{{operator}} is at the bench',
  'outcome.signed-in.do': 'Go on packing. Scan “Sign out” when you leave',
  'outcome.signed-out.title': 'Signed out',
  'outcome.signed-out.do': 'The next packer scans a badge',
  'outcome.supervisor-asked.title': 'Supervisor: scan your badge',
  'outcome.supervisor-asked.do': 'Look at the carton first, then scan',
  'outcome.refused.title': 'That was not done',
  'outcome.refused.do': 'Read the hint, put it right and try again',
} as const satisfies Record<`outcome.${ScanOutcome}.${'title' | 'do'}`, string>
