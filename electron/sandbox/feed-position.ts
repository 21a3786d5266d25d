import type { Change } from '#shared/contract/linkstar-api.ts'
import { changeSchema } from '#shared/contract/linkstar-api.ts'
import type { Database } from './database.ts'

/**
 * The next place on the feeds: a station that has seen up to here has not seen what comes there.
 * Whoever has one keeps all others from theirs until the transaction ends, so that places appear in their order.
 */
export const nextPosition = async (tx: Database): Promise<number> => {
  const { next_position } = await tx
    .updateTable('server')
    .set((eb) => ({ next_position: eb('next_position', '+', 1) }))
    .returning('next_position')
    .executeTakeFirstOrThrow()
  return next_position - 1
}

/** Puts a change on the feed in place of what was told before under its key. */
export const publish = async (tx: Database, key: string, change: Change): Promise<void> => {
  const row = { position: await nextPosition(tx), body: JSON.stringify(change) }
  await tx
    .insertInto('changes')
    .values({ kind: change.kind, key, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doUpdateSet(row))
    .execute()
}

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** What was told last under a key. */
export const published = async <Kind extends Change['kind']>(
  tx: Database,
  kind: Kind,
  key: string,
): Promise<ChangeOf<Kind> | null> => {
  const row = await tx
    .selectFrom('changes')
    .select('body')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return null
  const change = changeSchema.parse(JSON.parse(row.body))
  return isOf(change, kind) ? change : null
}

const isOf = <Kind extends Change['kind']>(change: Change, kind: Kind): change is ChangeOf<Kind> =>
  change.kind === kind
