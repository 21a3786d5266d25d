import { expect, type Locator } from '@playwright/test'
import type { Language } from '#shared/contract/views.ts'
import type { TcpPrinter } from '#tests/support/tcp-printer.ts'
import type { OrderText } from '#tests/support/wire-orders.ts'
import { type CartonsPanel, cartonsPanel } from './cartons-panel.ts'
import { type OrdersPage, ordersPage } from './orders-page.ts'
import { type PackPage, packPage } from './pack-page.ts'
import type { SandboxProcess } from './sandbox-process.ts'
import type { LaunchOptions, StationApp } from './station-app.ts'
import {
  liveSettings,
  type MarkRollSettings,
  type OperatorSettings,
  type ScaleSettings,
  type ScannerSettings,
} from './station-settings.ts'
import { type Words, wordsOf } from './words.ts'

export interface BenchOptions {
  readonly orders: readonly OrderText[]
  readonly language?: Language
  /** The virtual one unless named. */
  readonly scale?: ScaleSettings | null
  readonly markRolls?: readonly MarkRollSettings[]
  /** Where there are any, nobody is signed in yet. */
  readonly operators?: readonly OperatorSettings[]
  readonly scanners?: readonly ScannerSettings[]
  /** Address of a second printer, for the labels of units. */
  readonly unitPrinter?: string
  /** Of the program. */
  readonly args?: readonly string[]
}

/** The screens of a running station. */
export interface Screens {
  readonly words: Words
  readonly orders: OrdersPage
  readonly pack: PackPage
  readonly cartons: CartonsPanel
  /** How the station stands with the server. */
  readonly sync: Locator
}

/** A bench at work and the world around it. */
export interface BenchAtWork extends Screens {
  readonly station: StationApp
  readonly server: SandboxProcess
  readonly printer: TcpPrinter
}

interface Surroundings {
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<StationApp>
  readonly serve: (orders: readonly OrderText[]) => Promise<SandboxProcess>
  readonly printer: TcpPrinter
}

export const screensOf = async (station: StationApp, language: Language): Promise<Screens> => {
  const words = wordsOf(language)
  return {
    words,
    orders: ordersPage(station.page, words),
    pack: await packPage(station.page, words),
    cartons: cartonsPanel(station.page, words),
    sync: station.page
      .getByRole('button')
      .filter({ has: station.page.getByTestId('outbox-pending') }),
  }
}

/** Starts server and station and waits until its orders can be packed: they are here, and so are codes and numbers. */
export const openBench = async (
  { launch, serve, printer }: Surroundings,
  options: BenchOptions,
): Promise<BenchAtWork> => {
  const { orders, language = 'zh-CN', scale, scanners } = options
  const { markRolls = [], operators = [], unitPrinter, args = [] } = options
  const server = await serve(orders)
  const station = await launch({
    args,
    settings: liveSettings({
      server,
      printer: printer.address,
      ...(scale === undefined ? {} : { scale }),
      language,
      markRolls,
      operators,
      ...(scanners === undefined ? {} : { scanners }),
      ...(unitPrinter === undefined ? {} : { unitPrinter }),
    }),
  })
  const screens = await screensOf(station, language)
  const isListed = operators.length === 0
  for (const { reference_no } of isListed ? orders : []) {
    await screens.orders.expectOrder(reference_no)
  }
  await expect(screens.sync).toContainText(screens.words('sync.online'))
  await expect(screens.pack.pending).toHaveText('0')
  return { ...screens, station, server, printer }
}
