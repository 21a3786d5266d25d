import type { Enrolled } from '#shared/contract/linkstar-api.ts'
import { AppError } from '#shared/errors.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { ApiClient } from './api-client.ts'
import { type ApiFailure, plainFailure } from './api-failure.ts'
import {
  type Credential,
  type Credentials,
  loadCredential,
  pairingHash,
  saveCredential,
} from './credential.ts'
import type { StationRecord, StationRecords, StoredStation } from './station-record.ts'

export interface Identity {
  readonly station: StationRecord
  readonly token: string
}

/** Who this station is to the server. */
export interface EnrolmentDesk {
  /**
   * The station and its token; enrols when there is none, when the store was restored from a backup, when the token
   * has ended and another pairing code was given, or when it has ended and `asked` says that somebody wants the same code tried again.
   */
  identity(asked: boolean): Promise<Result<Identity, ApiFailure>>
  /** The same without asking anybody; null while enrolling is due. */
  known(): Identity | null
  /** Somebody typed a pairing code: it is tried where enrolling is due. */
  offer(pairingCode: string): void
  /** The server does not take the token. @returns why enrolling again has failed, if it has */
  tokenEnded(): ApiFailure | null
}

interface Parts {
  readonly api: Pick<ApiClient, 'enrol'>
  readonly stations: StationRecords
  readonly credentials: Credentials
  readonly pairingCode: string | null
  readonly stationName: string
  /** Whether the store holds facts, which are the business of the server they were recorded for alone. */
  readonly holdsFacts: () => boolean
  /** Makes the new station and epoch true in the store. */
  readonly begin: (stationId: string, epoch: number) => void
}

const noPairingCode = (): ApiFailure =>
  plainFailure(
    new AppError('not-enrolled', 'the station is not enrolled and has no pairing code', {
      details: { path: 'api.pairingCode' },
    }),
  )

const wrongCode = (failure: ApiFailure): ApiFailure =>
  failure.apiCode === 'pairing-code-wrong'
    ? {
        ...failure,
        error: new AppError('pairing-code-wrong', failure.error.message, {
          details: failure.error.details,
          cause: failure.error,
        }),
      }
    : failure

const otherServer = (failure: ApiFailure): ApiFailure => ({
  ...failure,
  error: new AppError(
    'server-of-others',
    'this server has never known this station: the data folder is of another server',
    { details: { ...failure.error.details, reason: 'other-server' }, cause: failure.error },
  ),
})

export const createEnrolmentDesk = ({
  api,
  stations,
  credentials,
  pairingCode: configuredCode,
  stationName,
  holdsFacts,
  begin,
}: Parts): EnrolmentDesk => {
  let pairingCode = configuredCode
  let ended = false
  let refused: ApiFailure | null = null

  /** A server that never knew this station must not get what was recorded for another (or for training). */
  const askServer = async (pairing_code: string, stationId: string | null) => {
    const wanted = { pairing_code, name: stationName }
    if (stationId === null) return api.enrol(wanted)
    const renewed = await api.enrol({ ...wanted, station_id: stationId })
    if (renewed.ok || renewed.error.apiCode !== 'station-unknown') return renewed
    return holdsFacts() ? err(otherServer(renewed.error)) : api.enrol(wanted)
  }
  const keep = ({ token, station_id: stationId, epoch }: Enrolled, code: string): Identity => {
    // The secret first: a station whose secret is missing or of another epoch enrols again by itself.
    saveCredential(credentials, { token, stationId, epoch, pairedWith: pairingHash(code) })
    begin(stationId, epoch)
    ended = false
    refused = null
    return { station: { stationId, epoch, lastSeq: 0 }, token }
  }
  const enrol = async (stationId: string | null): Promise<Result<Identity, ApiFailure>> => {
    if (pairingCode === null) return err(noPairingCode())
    const answer = await askServer(pairingCode, stationId)
    if (answer.ok) return ok(keep(answer.value, pairingCode))
    const failure = wrongCode(answer.error)
    if (!failure.error.retryable) refused = failure
    return err(failure)
  }

  const known = (credential: Credential | null, station: StoredStation | null): Identity | null =>
    station === null ||
    station.restored ||
    credential?.stationId !== station.stationId ||
    credential.epoch !== station.epoch
      ? null
      : { station, token: credential.token }

  return {
    known: () => (ended ? null : known(loadCredential(credentials), stations.read())),
    offer: (code) => {
      pairingCode = code
      refused = null
    },
    tokenEnded: () => {
      ended = true
      return refused
    },
    identity: async (asked) => {
      const station = stations.read()
      const credential = loadCredential(credentials)
      const identity = known(credential, station)
      const stationId = station?.stationId ?? credential?.stationId ?? null
      if (identity === null) return enrol(stationId)
      if (!ended || pairingCode === null) return ok(identity)
      const isNewCode = refused === null && pairingHash(pairingCode) !== credential?.pairedWith
      return asked || isNewCode ? enrol(stationId) : ok(identity)
    },
  }
}
