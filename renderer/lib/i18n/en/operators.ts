import type { operators as chinese } from '../zh-cn/operators.ts'

export const operators = {
  'signIn.title': 'Scan your badge',
  'signIn.text': 'Nobody is signed in. Scan a badge to go on; the carton in hand is kept.',
  'signIn.names': 'No badge with you? Choose your name:',
  'signIn.leave': '{{operator}}: press to sign out',
} as const satisfies Record<keyof typeof chinese, string>
