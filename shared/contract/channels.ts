/** Names only: the preload script imports this file and must stay free of zod. */
export const requestNames = [
  'app.state',
  'app.setLanguage',
  'orders.list',
  'orders.report',
  'orders.close',
  'orders.declare',
  'bench.snapshot',
  'bench.open',
  'bench.leave',
  'bench.scan',
  'bench.done',
  'bench.backToPacking',
  'bench.typeWeight',
  'bench.acceptWeight',
  'bench.undo',
  'bench.setTimes',
  'bench.chooseBox',
  'bench.acknowledge',
  'bench.reprint',
  'bench.printCodesOnly',
  'cartons.list',
  'cartons.reopen',
  'cartons.void',
  'cartons.copy',
  'recount.snapshot',
  'recount.start',
  'recount.undo',
  'recount.finish',
  'recount.reopen',
  'recount.leave',
  'decisions.list',
  'decisions.resolve',
  'sync.health',
  'sync.enrol',
  'sync.retry',
  'store.restoreBackup',
  'training.place',
  'training.prints',
] as const
export type RequestName = (typeof requestNames)[number]

export const eventNames = [
  'app',
  'orders',
  'bench',
  'cartons',
  'recount',
  'decisions',
  'scale',
  'devices',
  'sync',
  'prints',
] as const
export type EventName = (typeof eventNames)[number]

/** One IPC channel a request, one an event. */
export const requestChannel = (name: RequestName): string => `request:${name}`
export const eventChannel = (name: EventName): string => `event:${name}`
