import type { parked as chinese } from '../zh-cn/parked.ts'

export const parked = {
  'parked.title': 'Parked cartons and scale queue',
  'parked.hint': 'Scan the temporary label on a carton to bring it back to the bench.',
  'parked.short': 'Parked',
  'parked.count_one': '{{count}} carton is off the bench',
  'parked.count_other': '{{count}} cartons are off the bench',
  'parked.none': 'No carton is parked',
  'parked.purpose.aside': 'Parked',
  'parked.purpose.weighing': 'Waiting for the scale',
  'parked.inside': 'pcs {{units}} · SKUs {{skus}}',
  'parked.since': 'for {{age}}',
  'parked.label.due': 'label printing',
  'parked.label.printed': 'label printed',
  'parked.label.failed': 'label not printed',
  'parked.print': 'Reprint label',
  'parked.resume.aside': 'Go on',
  'parked.resume.weighing': 'Weigh',
} as const satisfies Record<keyof typeof chinese | 'parked.count_one', string>
