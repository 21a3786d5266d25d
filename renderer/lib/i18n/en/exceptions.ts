import type { exceptions as chinese } from '../zh-cn/exceptions.ts'

export const exceptions = {
  'exceptionKind.short': 'Not found',
  'exceptionKind.damaged': 'Damaged',
  'exceptionKind.put-back': 'Put back',
  'exceptionKind.extra': 'Extra',
  'exceptionKind.wrong-item': 'Wrong item',
  'exception.title': 'Goods not as ordered',
  'exception.about.short':
    'Nobody finds it: noted, left out for now, and other stations may pack it. If it turns up, scan it as usual',
  'exception.about.damaged': 'Broken: noted, and moved to the damaged goods',
  'exception.about.put-back': 'Out of this carton and back to the shelf',
  'exception.about.extra': 'More than ordered: noted, the rest goes back to the shelf',
  'exception.about.wrong-item': 'Other goods lay in its place: noted, and moved to the wrong goods',
  'exception.search': 'Find goods by name, SKU or barcode',
  'exception.none': 'No such goods',
  'exception.units': 'How many',
  'exception.confirm': 'Note it',
  'exception.done.short': 'Leave it out for now. If it turns up, scan it as usual',
  'exception.done.damaged':
    'Move it to the damaged goods. If it was scanned into the carton, scan “Put back” and then the unit',
  'exception.done.put-back': 'Take it out of the carton, back to the shelf',
  'exception.done.extra': 'Put the rest back on the shelf',
  'exception.done.wrong-item': 'Move it to the wrong goods, and tell the shift lead the place',
  'exception.next.short': 'Scan the goods that are not found',
  'exception.next.damaged': 'Scan the damaged unit',
  'exception.next.put-back': 'Scan the unit you take out',
  'exception.next.extra': 'Scan the extra unit',
  'exception.next.wrong-item': 'Scan the item that was misplaced',
  'exception.notNext': 'If this was the wrong command, press OK',
  'exceptions.title': 'Exceptions',
} as const satisfies Record<keyof typeof chinese, string>
