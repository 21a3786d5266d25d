import { sql } from 'kysely'
import type { CommandResult } from '#shared/contract/linkstar-api.ts'
import type { AnsweredCommand, SyncHealthView } from '#shared/contract/sync-views.ts'
import type { SyncView } from '#shared/contract/views.ts'
import type { Store } from '#electron/store/index.ts'
import type { Leases } from './leases.ts'
import { type TakenPhotos, uploadType } from './photo-uploads.ts'
import { createStationRecords } from './station-record.ts'
import { commandSubject } from './wire-requests.ts'

/** What is known of the line beside the tables. */
interface Line {
  readonly sync: SyncView
  readonly serverUrl: string | null
  readonly consentDue: boolean
}

export interface SyncHealth {
  view(line: Line): SyncHealthView
}

const shown = 50
const enrolAgain: ReadonlySet<string> = new Set([
  'enrol-again',
  'not-enrolled',
  'pairing-code-wrong',
])

const prepareStatements = (store: Store) => ({
  pending: store.prepare()((db) =>
    db
      .selectFrom('outbox')
      .where('result', 'is', null)
      .groupBy('type')
      .select((eb) => ['type', eb.fn.countAll<number>().as('count')])
      .orderBy('type'),
  ),
  answered: store.prepare<{ status: string }>()((db, param) =>
    db
      .selectFrom('outbox')
      .where(sql`json_extract(result, '$.status')`, '=', param('status'))
      // Word for word as the index has it: a station answers thousands of commands, and few are of this kind.
      .where(sql<boolean>`json_extract(result, '$.status') in ('refused', 'flagged')`)
      .select(['epoch', 'seq', 'type', 'payload', 'created_at', 'result'])
      .orderBy('epoch', 'desc')
      .orderBy('seq', 'desc')
      .limit(shown),
  ),
  pulled: store.prepare()((db) => db.selectFrom('sync_cursors').select(['feed', 'at'])),
})

/** Everything there is to know about the line to the server, for a person who wonders. */
export const createSyncHealth = (
  store: Store,
  leases: Pick<Leases, 'codesLeft' | 'numbersLow'>,
  photos: Pick<TakenPhotos, 'waitingCount' | 'refused'>,
): SyncHealth => {
  const statements = prepareStatements(store)
  const stations = createStationRecords(store)

  type Row = ReturnType<typeof statements.answered.all>[number]
  const reasonOf = (result: CommandResult): { code: string; message: string } => {
    if (result.status === 'refused') return { code: result.code, message: result.message }
    if (result.status !== 'flagged') return { code: result.status, message: '' }
    return {
      code: result.flags.map((flag) => flag.code).join(', '),
      message: result.flags.map((flag) => flag.message).join('; '),
    }
  }
  const toView = (row: Row): AnsweredCommand => {
    const { orderNo, code: cartonCode } = commandSubject(row.payload)
    const { epoch, seq, type, created_at: at } = row
    const reason = reasonOf(JSON.parse(row.result ?? '{}') as CommandResult)
    return { id: `${epoch}/${seq}`, type, at, ...reason, orderNo, cartonCode }
  }
  const pendingByType = () => {
    const count = photos.waitingCount()
    return count === 0
      ? statements.pending.all({})
      : [...statements.pending.all({}), { type: uploadType, count }]
  }
  const refusedPhotos = (): readonly AnsweredCommand[] =>
    photos.refused(shown).map(({ id, ...photo }) => ({
      ...photo,
      id: `${uploadType}/${id}`,
      type: uploadType,
      cartonCode: null,
    }))

  return {
    view: ({ sync, serverUrl, consentDue }) => {
      const station = stations.read()
      const pulled = new Map(statements.pulled.all({}).map(({ feed, at }) => [feed, at]))
      return {
        sync,
        serverUrl,
        stationId: station?.stationId ?? null,
        epoch: station?.epoch ?? null,
        enrolAgain: sync.problem !== null && enrolAgain.has(sync.problem.code),
        consentDue,
        pendingByType: pendingByType(),
        refusals: [
          ...refusedPhotos(),
          ...statements.answered.all({ status: 'refused' }).map(toView),
        ],
        flagged: statements.answered.all({ status: 'flagged' }).map(toView),
        codesLeft: leases.codesLeft(),
        numbersLow: leases.numbersLow(),
        lastPullAt: {
          changes: pulled.get('changes') ?? null,
          skus: pulled.get('skus') ?? null,
        },
      }
    },
  }
}
