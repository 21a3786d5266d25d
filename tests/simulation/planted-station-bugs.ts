import { sql } from 'kysely'
import { cartonCode } from '#shared/domain/carton-code.ts'
import type { Fact } from '#shared/domain/facts.ts'
import { grams } from '#shared/domain/units.ts'
import type { ChangesPage } from '#shared/contract/linkstar-api.ts'
import type { Store } from '#electron/store/index.ts'
import type { SyncWorkerOptions } from '#electron/sync/index.ts'
import type { PlantedBug } from './planted-bug.ts'
import type { Plant } from './world.ts'

type Fetch = SyncWorkerOptions['fetch']

const routeOf = (url: string, { method }: RequestInit): string =>
  `${method ?? 'GET'} ${new URL(url).pathname}`

/** Answers of this route come back changed. */
const changing =
  (route: string, change: (body: never) => unknown) =>
  (fetch: Fetch): Fetch =>
  async (url, init) => {
    const response = await fetch(url, init)
    if (routeOf(url, init) !== route || response.status !== 200) return response
    const text = await response.text()
    // Not everything that answers is Linkstar.
    if (!text.startsWith('{')) return new Response(text, response)
    return Response.json(change(JSON.parse(text) as never), { status: 200 })
  }

/** Facts wait in memory until the station next asks the server for something. */
const lateFacts = (): Plant => {
  const late = new Map<Store, (() => unknown)[]>()
  return {
    station: {
      outbox: (outbox, store) => {
        const waiting: (() => unknown)[] = []
        late.set(store, waiting)
        return {
          ...outbox,
          record: (fact) => {
            waiting.push(() => outbox.record(fact))
            return { epoch: 1, seq: 1 }
          },
        }
      },
      fetch: (fetch, store) => (url, init) => {
        const waiting = late.get(store)?.splice(0) ?? []
        store.transaction(() => waiting.forEach((record) => record()))
        return fetch(url, init)
      },
    },
  }
}

const heavier = (fact: Fact): Fact => {
  if (fact.type !== 'carton-sealed') return fact
  const { weight } = fact.carton
  return {
    ...fact,
    carton: { ...fact.carton, weight: { ...weight, gross: grams(weight.gross + 1) } },
  }
}

/** The units of a scan are written with the next one. */
const lateUnits = (): Plant => ({
  station: {
    cartons: (cartons) => {
      let late = (): void => undefined
      const flush = (): void => {
        const work = late
        late = () => undefined
        work()
      }
      return {
        ...cartons,
        addUnits: (...scan) => {
          flush()
          late = () => cartons.addUnits(...scan)
        },
        takeBackLast: (...scan) => {
          flush()
          cartons.takeBackLast(...scan)
        },
        seal: (...sealed) => {
          flush()
          cartons.seal(...sealed)
        },
        void: (...voided) => {
          flush()
          cartons.void(...voided)
        },
      }
    },
  },
})

export const plantedStationBugs: readonly PlantedBug[] = [
  {
    name: 'a bench that does not ask for rights',
    invariant: 1,
    plant: () => ({
      station: {
        orders: (orders) => ({
          ...orders,
          load: (orderNo) => {
            const order = orders.load(orderNo)
            const lines = order?.lines.map((line) => ({ ...line, granted: line.ordered })) ?? []
            return order && { ...order, lines }
          },
        }),
      },
    }),
  },
  {
    name: 'a station that counts what it is granted twice',
    invariant: 2,
    plant: () => ({
      station: {
        rights: (rights) => ({
          ...rights,
          add: (orderNo, lines) =>
            rights.add(
              orderNo,
              lines.map((line) => ({ ...line, quantity: line.quantity * 2 })),
            ),
        }),
      },
    }),
  },
  {
    name: 'a new epoch that keeps the rights of open cartons',
    invariant: 2,
    plant: () => ({
      station: {
        rights: (rights, store) => {
          const keep = store.prepare()((db) =>
            db.updateTable('order_lines').set((eb) => ({ granted: eb.ref('packed') })),
          )
          return { ...rights, burn: () => void keep.run({}) }
        },
      },
    }),
  },
  {
    name: 'carton codes that a station counts by itself',
    invariant: 3,
    plant: () => ({
      station: {
        leases: (leases, store) => {
          const known = store.prepare()((db) =>
            db.selectFrom('cartons').select((eb) => eb.fn.countAll<number>().as('count')),
          )
          return {
            ...leases,
            takeCode: () =>
              leases.takeCode() === null ? null : cartonCode(1 + (known.get({})?.count ?? 0)),
          }
        },
      },
    }),
  },
  {
    name: 'an outbox that writes facts after the transaction they belong to',
    invariant: 4,
    plant: lateFacts,
  },
  {
    name: 'a seal that tells another weight',
    invariant: 4,
    plant: () => ({
      station: {
        outbox: (outbox) => ({ ...outbox, record: (fact) => outbox.record(heavier(fact)) }),
      },
    }),
  },
  {
    name: 'a bench that forgets a carton that it puts aside',
    invariant: 8,
    plant: () => ({ station: { parked: (parked) => ({ ...parked, add: () => undefined }) } }),
  },
  {
    name: 'a pallet that forgets what is put on it',
    invariant: 8,
    plant: () => ({ station: { pallets: (pallets) => ({ ...pallets, put: () => null }) } }),
  },
  {
    name: 'a label that says when it was printed',
    invariant: 5,
    plant: () => {
      let printed = 0
      return {
        station: {
          renderer: (renderer) => ({
            render: (input, target) => {
              printed += 1
              return renderer.render(
                input.kind === 'box-mark'
                  ? { ...input, mark: { ...input.mark, sealedAt: `${printed}` } }
                  : input,
                target,
              )
            },
          }),
        },
      }
    },
  },
  {
    name: 'a copy that bears no number',
    invariant: 6,
    plant: () => ({
      station: {
        renderer: (renderer) => ({
          render: (input, target) =>
            renderer.render(
              input.kind === 'box-mark' ? { ...input, label: { ...input.label, copy: 0 } } : input,
              target,
            ),
        }),
      },
    }),
  },
  {
    name: 'a journal that sends again what a crash broke off',
    invariant: 6,
    plant: () => ({
      station: {
        opened: (store) => {
          const resend = store.prepare()((db) =>
            db.updateTable('print_jobs').set({ state: 'rendered' }).where('state', '=', 'sending'),
          )
          resend.run({})
        },
      },
    }),
  },
  {
    name: 'a mark set of one label',
    invariant: 7,
    plant: () => ({
      station: {
        marks: (marks) => ({
          ...marks,
          jobsOf: (code, revision) => marks.jobsOf(code, revision).slice(0, 1),
        }),
      },
    }),
  },
  {
    name: 'a mark printed ahead that counts as scanned back once it has opened its carton',
    invariant: 7,
    plant: () => ({
      station: { cartons: (cartons) => ({ ...cartons, marksScannedBack: () => 1 }) },
    }),
  },
  {
    name: 'a scan that is shown before it is written',
    invariant: 8,
    plant: lateUnits,
  },
  {
    name: 'a station that waits for ever after a failure',
    invariant: 11,
    plant: () => ({
      station: {
        // Looks for changes come every five seconds; all other waits are after failures.
        after: (wait) => (ms, run) => (ms === 5_000 ? wait(ms, run) : () => undefined),
      },
    }),
  },
  {
    name: 'a pull that loses the last change of a page',
    invariant: 11,
    plant: () => ({
      station: {
        fetch: changing('GET /v1/changes', (page: ChangesPage) => ({
          ...page,
          changes: page.changes.slice(0, -1),
        })),
      },
    }),
  },
  {
    name: 'a station that forgets what an order wants of its cartons',
    invariant: 16,
    plant: () => ({
      station: {
        opened: (store) => {
          const forget = store.prepare()((db) =>
            db
              .updateTable('orders')
              .set({ header: sql<string>`json_remove(header, '$.cartonRules')` }),
          )
          forget.run({})
        },
      },
    }),
  },
  {
    name: 'a pull that writes what the server knows of the packing',
    invariant: 12,
    plant: () => ({
      station: {
        pulled: (store) => {
          const overwrite = store.prepare()((db) =>
            db.updateTable('order_lines').set({ packed: 0 }),
          )
          overwrite.run({})
        },
      },
    }),
  },
]
