import { commandHash } from '#electron/command-hash/index.ts'
import type {
  CommandResult,
  CommandType,
  WireCarton,
  WireCommand,
} from '#shared/contract/linkstar-api.ts'
import { cartonCode } from '#shared/domain/carton-code.ts'

/** An answer as it came over HTTP. */
export interface HttpAnswer {
  readonly status: number
  readonly body: unknown
}

export const command = (seq: number, type: CommandType, payload: object): WireCommand => ({
  seq,
  type,
  payload: { ...payload },
  hash: commandHash(type, payload),
})

/** A connection kept from before a restart of the server is dead: what was sent on it is sent again. */
export const fetchAgain = (url: string, init: RequestInit): Promise<Response> =>
  fetch(url, init).catch(() => fetch(url, init))

const ask = async (url: string, init: RequestInit): Promise<HttpAnswer> => {
  const response = await fetchAgain(url, init)
  return { status: response.status, body: await response.json() }
}

export const post = (
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> =>
  ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

export const get = (url: string, token = ''): Promise<HttpAnswer> =>
  ask(url, { headers: { authorization: `Bearer ${token}` } })

/** The plainest station there is: it sends what it is told and remembers nothing but its token. */
export interface LinkstarStation {
  readonly stationId: string
  readonly token: string
  readonly epoch: number
  send(...commands: readonly WireCommand[]): Promise<HttpAnswer>
  /** As `send`, for batches that must be taken. */
  results(...commands: readonly WireCommand[]): Promise<readonly CommandResult[]>
  get(path: string): Promise<HttpAnswer>
}

interface EnrolAt {
  readonly url: string
  readonly pairingCode: string
}

export const enrolStation = async (
  { url, pairingCode }: EnrolAt,
  more: Readonly<Record<string, unknown>> = {},
): Promise<LinkstarStation> => {
  const enrolment = { pairing_code: pairingCode, name: 'Bench 1', ...more }
  const { status, body } = await post(`${url}/v1/stations`, enrolment)
  if (status !== 201) throw new Error(`not enrolled: ${JSON.stringify(body)}`)
  const { station_id, token, epoch } = body as { station_id: string; token: string; epoch: number }
  const send = (...commands: readonly WireCommand[]): Promise<HttpAnswer> =>
    post(
      `${url}/v1/commands`,
      { station_id, epoch, commands },
      { authorization: `Bearer ${token}` },
    )
  return {
    stationId: station_id,
    token,
    epoch,
    send,
    results: async (...commands) => {
      const answer = await send(...commands)
      if (answer.status !== 200) throw new Error(`not taken: ${JSON.stringify(answer.body)}`)
      return (answer.body as { results: CommandResult[] }).results
    },
    get: (path) => get(url + path, token),
  }
}

/** A sealed carton of an order. */
export const sealedCarton = (
  referenceNo: string,
  serial: number,
  boxNo: number,
  changes: Partial<WireCarton> = {},
): WireCarton => ({
  reference_no: referenceNo,
  box_no: boxNo,
  carton_code: cartonCode(serial),
  revision: 1,
  box_details: [{ sku: 'MUG', quantity: 2 }],
  weight_g: 1520,
  weight_source: 'scale',
  size_mm: { l: 400, w: 300, h: 300 },
  station: 'Bench 1',
  sealed_at: '2026-11-23T15:04:05+08:00',
  ...changes,
})
