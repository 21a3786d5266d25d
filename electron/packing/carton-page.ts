import type { CartonPageView } from '#shared/contract/carton-page-views.ts'
import type { CartonContent } from '#shared/domain/carton.ts'
import type { CartonCode } from '#shared/domain/carton-code.ts'
import type { OrderNo, Sku, SkuInfo } from '#shared/domain/order.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'
import { cartonLife, type LifeDeed, type LifeStep } from './carton-life.ts'
import { labelDeed, lifeStep, type Names, recountDeed, scanMoment } from './carton-moments.ts'
import { lifeCommand } from './life-command.ts'
import { preparePageStatements } from './carton-page-statements.ts'
import type { CartonRecords } from './carton-records.ts'
import type { Catalogue } from './catalogue.ts'
import type { OrderBook } from './order-book.ts'
import type { OrderPallets } from './order-pallets.ts'

interface PageParts {
  readonly store: Store
  readonly cartons: Pick<CartonRecords, 'find'>
  readonly orders: Pick<OrderBook, 'warehouse'>
  readonly pallets: Pick<OrderPallets, 'of'>
  readonly catalogue: Pick<Catalogue, 'sku'>
  /** The name of an operator of the settings; null when nobody there has this id. */
  readonly operatorName: (id: string) => string | null
}

/** The newest scans are what somebody asks about: a carton of small parts may have thousands. */
const mostScans = 500

const first = ({ afterEvent, moment }: LifeDeed): number =>
  // Its own event was written down with it: whatever else follows that event was later.
  afterEvent !== null && moment.kind === 'recount' ? 0 : 1

/** What was begun before this was written down comes first; only there the clock decides. */
const byBeginning = (one: LifeDeed, other: LifeDeed): number => {
  const apart = (one.afterEvent ?? 0) - (other.afterEvent ?? 0) || first(one) - first(other)
  if (apart !== 0 || one.afterEvent !== null) return apart
  return Date.parse(one.moment.at) - Date.parse(other.moment.at)
}

/** Behind it no scan is this carton's any more; null while it may still get some. */
const endOfScans = (state: string, steps: readonly LifeStep[]): number | null =>
  state === 'verified' || state === 'voided' ? (steps.at(-1)?.afterScan ?? null) : null

/** The carton's page: everything that the store knows of one carton. */
export const createCartonPages = (parts: PageParts) => {
  const statements = preparePageStatements(parts.store)

  const namesFor = (orderNo: OrderNo): Names => {
    const known = new Map<Sku, ReturnType<Names['goods']>>()
    const look = (sku: Sku): ReturnType<Names['goods']> => {
      const line = statements.lineInfo.get({ orderNo, sku })
      const info =
        line === undefined ? parts.catalogue.sku(sku) : (JSON.parse(line.info) as SkuInfo)
      return { nameZh: info?.nameZh ?? sku, nameEn: info?.nameEn ?? sku }
    }
    return {
      operator: (id) => (id === null ? null : (parts.operatorName(id) ?? id)),
      goods: (sku) => {
        const names = known.get(sku) ?? look(sku)
        known.set(sku, names)
        return names
      },
    }
  }
  const warehouseOf = (orderNo: OrderNo): CartonPageView['warehouse'] => {
    const found = parts.orders.warehouse(orderNo)
    if (found === undefined) return null
    const { code, nameZh, nameEn, country } = found
    return { code, nameZh, nameEn, country }
  }
  const palletOf = (code: CartonCode): CartonPageView['pallet'] => {
    const found = parts.pallets.of(code)
    return found === null ? null : { no: found.palletNo, label: found.label, at: found.at }
  }
  const named = (contents: readonly CartonContent[], names: Names) =>
    contents.map(({ sku, quantity }) => ({ sku, ...names.goods(sku), quantity }))

  const scansOf = (code: CartonCode, to: number, names: Names) => {
    const from = statements.firstScan.get({ code })?.first_scan ?? 0
    const rows = statements.scans.all({ code, from, to, limit: mostScans + 1 })
    const isCut = rows.length > mostScans
    return {
      moments: rows
        .slice(0, mostScans)
        .toReversed()
        .map((row) => scanMoment(row, names)),
      leftOut: isCut ? (statements.countScans.get({ code, from, to })?.count ?? 0) - mostScans : 0,
    }
  }

  const plannedPage = (code: CartonCode): CartonPageView | null => {
    const row = statements.planned.get({ code })
    if (row === undefined) return null
    const orderNo = row.order_no as OrderNo
    const names = namesFor(orderNo)
    const contents = JSON.parse(row.contents ?? '[]') as CartonContent[]
    return {
      code,
      orderNo,
      cartonNo: row.carton_no,
      revision: 0,
      state: 'planned',
      warehouse: warehouseOf(orderNo),
      box: null,
      gross: null,
      weightSource: null,
      pallet: null,
      contents: named(contents, names),
      moments: [
        ...cartonLife({
          scans: [],
          steps: [],
          deeds: statements.labels.all({ code }).map((label) => labelDeed(label, null, names)),
          commands: statements.commands.all({ code }).map(lifeCommand),
        }),
      ],
      scansLeftOut: 0,
    }
  }

  const cartonPage = (code: CartonCode): CartonPageView | null => {
    const carton = parts.cartons.find(code)
    if (carton === null) return null
    const names = namesFor(carton.orderNo)
    const steps = statements.steps.all({ code }).map((row) => lifeStep(row, names))
    const end = endOfScans(carton.state, steps) ?? Number.MAX_SAFE_INTEGER
    const scans = scansOf(code, end, names)
    // Marks that were printed ahead may be its marks.
    const marked = { revision: carton.markRevision, state: carton.state }
    const deeds = [
      ...statements.labels.all({ code }).map((row) => labelDeed(row, marked, names)),
      ...statements.recounts.all({ code }).map((row) => recountDeed(row, names)),
    ]
    const { boxType, weight } = carton
    return {
      code,
      orderNo: carton.orderNo,
      cartonNo: carton.cartonNo,
      revision: carton.revision,
      state: carton.state,
      warehouse: warehouseOf(carton.orderNo),
      box: { nameZh: boxType.nameZh, nameEn: boxType.nameEn },
      gross: weight?.gross ?? null,
      weightSource: weight?.source ?? null,
      pallet: palletOf(code),
      contents: named(carton.contents, names),
      moments: [
        ...cartonLife({
          scans: scans.moments,
          steps,
          deeds: deeds.toSorted(byBeginning),
          commands: statements.commands.all({ code }).map(lifeCommand),
        }),
      ],
      scansLeftOut: scans.leftOut,
    }
  }

  return {
    isKnown: (code: CartonCode): boolean =>
      parts.cartons.find(code) !== null || statements.planned.get({ code }) !== undefined,
    /** @throws AppError carton-unknown */
    page: (code: CartonCode): CartonPageView => {
      const page = cartonPage(code) ?? plannedPage(code)
      if (page !== null) return page
      throw new AppError('carton-unknown', `no carton ${code}`, { details: { cartonCode: code } })
    },
  }
}

export type CartonPages = ReturnType<typeof createCartonPages>
