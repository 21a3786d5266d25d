import type { CommandResult, FactPayload } from '#shared/contract/linkstar-api.ts'
import type { UploadView } from '#shared/contract/carton-page-views.ts'
import { type LifeCommand, placeOf } from './carton-life.ts'
import type { CommandRow } from './carton-page-statements.ts'

/** As the station keeps an answer: the server's, or its own. */
type KeptResult =
  | CommandResult
  | { readonly status: 'carried-over' }
  | { readonly status: 'refused'; readonly code: string; readonly setAside: true }

const uploadOf = (result: KeptResult | null): UploadView => {
  const plain = (state: UploadView['state'], code = '', message = '') => ({ state, code, message })
  switch (result?.status) {
    case undefined:
    case 'carried-over':
      return plain('waiting')
    case 'applied':
      return plain('taken')
    case 'refused':
      return plain('refused', result.code, 'message' in result ? result.message : '')
    case 'quarantined':
      return plain('held', '', result.message)
    case 'flagged':
      return plain(
        'flagged',
        result.flags.map(({ code }) => code).join(', '),
        result.flags.map(({ message }) => message).join('; '),
      )
  }
}

/** Under its old number the server takes it no more. */
const isSaidAgain = (result: KeptResult | null): boolean =>
  result?.status === 'carried-over' ||
  (result?.status === 'refused' && 'setAside' in result && result.code === 'payload-differs')

/** A row of the outbox that is about the carton. */
export const lifeCommand = (row: CommandRow): LifeCommand => {
  const result = row.result === null ? null : (JSON.parse(row.result) as KeptResult)
  const told = JSON.parse(row.payload) as Partial<
    FactPayload<'label-printed'> & FactPayload<'carton-recounted'>
  >
  const { side, page, copy, revision = 0, operator = null, outcome = null } = told
  const isLabel = side !== undefined && page !== undefined && copy !== undefined
  return {
    type: row.type,
    epoch: row.epoch,
    seq: row.seq,
    at: row.created_at,
    revision,
    operator,
    place: isLabel ? placeOf({ side, page, copy }) : null,
    outcome,
    upload: uploadOf(result),
    isSaidAgain: isSaidAgain(result),
  }
}
