export const sheetKinds = ['orders', 'packing-list'] as const
/** What a file holds: stocking orders, or the cartons planned for orders that are here. */
export type SheetKind = (typeof sheetKinds)[number]
