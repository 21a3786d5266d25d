export const decisions = {
  'decision.title': 'Decide about order {{orderNo}}',
  'decision.amended': 'Linkstar changed order {{orderNo}} while it was packed here',
  'decision.cancelled': 'Linkstar cancelled order {{orderNo}} while it was packed here',
  'decision.ours': 'Packed here',
  'decision.theirs': 'Linkstar now wants',
  'decision.packed': '{{name}}: {{n}}',
  'decision.wanted': '{{name}}: {{n}}',
  'decision.follow-server': 'Do as Linkstar says',
  'decision.follow-server.means': 'Take out what is too much; the order cannot be closed before.',
  'decision.keep-packed': 'Leave it as packed',
  'decision.keep-packed.means': 'Linkstar is told that this bench did not follow.',
} as const
