import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OrderText } from '#tests/support/wire-orders.ts'

const folder = join(import.meta.dirname, '../../../resources/training')

/** The orders that training mode ships: believable ones. */
export const trainingOrders = (): readonly OrderText[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OrderText)
