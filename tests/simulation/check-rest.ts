import type { WireCarton, WireOrder } from '#shared/contract/linkstar-api.ts'
import { equal, hold } from './invariants.ts'
import { type ReadCarton, sealedStates, unitsIn } from './station-reading.ts'
import type { StationWatch } from './watch-station.ts'
import type { Station, World } from './world.ts'

interface ServerCarton {
  readonly carton_code: string
  readonly reference_no: string
  readonly box_no: number
  readonly revision: number
  readonly status: string
  readonly sealed_facts: number
  readonly body: string
}

const statuses: Readonly<Record<string, string>> = {
  open: 'reopened',
  sealed: 'sealed',
  marked: 'sealed',
  verified: 'verified',
  voided: 'voided',
}

const bySku = (details: WireCarton['box_details']): Readonly<Record<string, number>> =>
  Object.fromEntries(
    details
      .map(({ sku, quantity }) => [sku, quantity] as const)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  )

const checkOutbox = ({ life, index }: Station): void => {
  const { state, pending, problem } = life.worker.status()
  equal(
    11,
    { state, pending },
    { state: 'online', pending: 0 },
    `station ${index} (${problem?.message ?? ''})`,
  )
}

/** After the faults have ended and everything was delivered. */
export const checkRest = (world: World, onStations: StationWatch): void => {
  const { server, stations, deeds, onServer } = world
  const quarantined = new Set(
    server.sqlite
      .prepare<[], string | null>(`select json_extract(payload, '$.carton_code') from quarantine`)
      .pluck()
      .all(),
  )
  const cartons = new Map(
    server.sqlite
      .prepare<[], ServerCarton>('select * from cartons')
      .all()
      .map((row) => [row.carton_code, row]),
  )
  const seals = server.sqlite.prepare<[string], { epoch: number; revision: number }>(
    `select epoch, json_extract(payload, '$.revision') as revision from commands
     where type = 'carton-sealed' and json_extract(payload, '$.carton_code') = ? order by 2, 1`,
  )
  const uncertain = (code: string): boolean => deeds.forgotten.has(code) || quarantined.has(code)

  const checkCarton = (station: Station, carton: ReadCarton): void => {
    const { code } = carton
    const there = cartons.get(code)
    cartons.delete(code)
    if (uncertain(code)) return
    const sealed = station.life.reader
      .prepare<[string], number>(
        `select distinct revision from carton_events where kind = 'sealed' and code = ? order by 1`,
      )
      .pluck()
      .all(code)
    if (sealed.length === 0) {
      hold(4, there === undefined, () => `${code} was never sealed and is at the server`)
      return
    }
    if (there === undefined) {
      hold(4, false, () => `${code} is not at the server`)
      return
    }
    const told = seals.all(code)
    equal(4, [...new Set(told.map(({ revision }) => revision))], sealed, `seals of ${code}`)
    equal(4, there.sealed_facts, told.length, `sealed facts of ${code}`)
    // A new epoch says again what had no answer in the old one, and the server marks it.
    const once = new Set(told.map(({ epoch, revision }) => `${epoch} ${revision}`))
    equal(4, once.size, told.length, `seals of ${code} in one epoch`)
    const here = {
      order: carton.order_no,
      no: carton.carton_no,
      revision: carton.revision,
      status: statuses[carton.state],
    }
    const known = {
      order: there.reference_no,
      no: there.box_no,
      revision: there.revision,
      status: there.status,
    }
    equal(11, known, here, `${code} at the server`)
    if (!sealedStates.has(carton.state)) return
    const body = JSON.parse(there.body) as WireCarton
    equal(4, [bySku(body.box_details), body.weight_g], [carton.contents, carton.gross_g], code)
  }

  const checkOrders = ({ index, life }: Station): void => {
    const here = new Map(
      life.reader
        .prepare<[], { order_no: string; revision: number; status: string }>('select * from orders')
        .all()
        .map((row) => [row.order_no, row]),
    )
    const there = server.sqlite
      .prepare<[], { reference_no: string; body: string }>('select reference_no, body from orders')
      .all()
    for (const { reference_no, body } of there) {
      if (deeds.declined.has(`${index} ${reference_no}`)) continue
      const order = JSON.parse(body) as WireOrder
      const known = here.get(reference_no)
      equal(
        11,
        [known?.revision, known?.status],
        [order.revision, order.status],
        `${reference_no} at station ${index}`,
      )
      const lines = onStations.reading(index).lines.filter((line) => line.order_no === reference_no)
      equal(
        11,
        Object.fromEntries(lines.map(({ sku, ordered }) => [sku, ordered])),
        Object.fromEntries(
          order.lines
            .toSorted((left, right) => (left.sku < right.sku ? -1 : 1))
            .map(({ sku, plan_qty }) => [sku, plan_qty]),
        ),
        `lines of ${reference_no} at station ${index}`,
      )
    }
  }

  /**
   * What the station may still put into sealed cartons is what the server keeps for it. In a new epoch it may be less:
   * what it gave back in the one before, and could not tell any more, is known to the server alone.
   */
  const checkRights = ({ index, life }: Station): void => {
    if (deeds.fenced.has(index) || deeds.rolledBack.has(index)) return
    const identity = life.reader
      .prepare<[], { station_id: string; epoch: number }>('select station_id, epoch from station')
      .get()
    const { cartons: own, lines } = onStations.reading(index)
    for (const line of lines) {
      // What goes beyond an order that was made smaller comes back to nobody.
      if (deeds.lowered.has(line.order_no)) continue
      const rights = server.sqlite
        .prepare<[string, string, string], { unspent: number; carried: number }>(
          'select unspent, carried from rights where station_id = ? and reference_no = ? and sku = ?',
        )
        .get(identity?.station_id ?? '', line.order_no, line.sku) ?? { unspent: 0, carried: 0 }
      const held = line.granted - unitsIn(own, line, (state) => sealedStates.has(state))
      const kept = rights.unspent - rights.carried
      hold(
        2,
        held === kept || (held < kept && identity?.epoch !== 1),
        () =>
          `station ${index} holds ${held} ${line.sku} of ${line.order_no}, the server keeps ${kept}`,
      )
    }
  }

  const told = server.sqlite
    .prepare<[string], number>(
      `select count(*) from commands where type = 'exception-photo' and json_extract(payload, '$.sha256') = ?`,
    )
    .pluck()
  const stored = server.sqlite
    .prepare<[string], number>('select count(*) from documents where hash = ?')
    .pluck()
  /** Every photo that a station keeps was told and is there. */
  const checkPhotos = ({ index, life }: Station): void => {
    const photos = life.reader
      .prepare<[], { sha256: string; refusal: string | null }>(
        'select sha256, refusal from exception_photos',
      )
      .all()
    for (const { sha256, refusal } of photos) {
      const isThere = told.get(sha256) !== 0 && stored.get(sha256) === 1 && refusal === null
      hold(11, isThere, () => `a photo of station ${index} is not at the server`)
    }
  }

  for (const { reference_no, sku, ordered } of onServer.lines()) {
    if (deeds.lowered.has(reference_no) || deeds.fenced.size > 0 || deeds.rolledBack.size > 0)
      continue
    const packed = stations
      .flatMap(({ index }) => onStations.reading(index).lines)
      .filter((line) => line.order_no === reference_no && line.sku === sku)
      .reduce((sum, line) => sum + line.packed, 0)
    hold(1, packed <= ordered, () => `${sku} of ${reference_no}: ${packed} packed of ${ordered}`)
  }
  for (const station of stations) {
    checkOutbox(station)
    for (const carton of onStations.reading(station.index).cartons) checkCarton(station, carton)
  }
  for (const [code] of cartons) {
    hold(4, uncertain(code), () => `${code} is at the server and at no station`)
  }
  for (const station of stations) {
    checkOrders(station)
    checkRights(station)
    checkPhotos(station)
  }
}
