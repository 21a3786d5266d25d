/** Cartons off the bench before they have their marks: put aside, or waiting for the scale. */
export const parked = {
  'parked.title': '挂箱和待称重',
  'parked.hint': '扫箱上的临时标，箱子就回到台上。',
  'parked.short': '挂箱',
  'parked.count_other': '有 {{count}} 箱不在台上',
  'parked.none': '没有挂着的箱子',
  'parked.purpose.aside': '挂箱',
  'parked.purpose.weighing': '待称重',
  'parked.inside': '{{units}} 件 · {{skus}} 款',
  'parked.since': '等了 {{age}}',
  'parked.label.due': '临时标打印中',
  'parked.label.printed': '临时标已打',
  'parked.label.failed': '临时标没打出来',
  'parked.print': '补打临时标',
  'parked.resume.aside': '接着装',
  'parked.resume.weighing': '去称重',
} as const
