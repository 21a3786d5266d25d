import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { CartonsProvider } from '#renderer/features/cartons/index.ts'
import { LookupProvider } from '#renderer/features/carton-page/index.ts'
import { DecisionsProvider } from '#renderer/features/decisions/index.ts'
import { DevicesProvider } from '#renderer/features/devices/index.ts'
import { ImportsProvider } from '#renderer/features/imports/index.ts'
import { OrdersProvider } from '#renderer/features/orders/index.ts'
import { BenchProvider, ScaleProvider } from '#renderer/features/pack/index.ts'
import { OperatorsProvider } from '#renderer/features/operators/index.ts'
import { ParkedProvider } from '#renderer/features/parked/index.ts'
import { PrintersProvider } from '#renderer/features/printers/index.ts'
import { PrintQueueProvider } from '#renderer/features/print-queue/index.ts'
import { RecountProvider } from '#renderer/features/recount/index.ts'
import { SettingsProvider } from '#renderer/features/settings/index.ts'
import { ShiftProvider } from '#renderer/features/shift/index.ts'
import { StatusProvider } from '#renderer/features/status/index.ts'
import { SyncHealthProvider } from '#renderer/features/sync/index.ts'
import { TrainingProvider } from '#renderer/features/training/index.ts'
import { LanguageProvider, useSay } from '#renderer/lib/i18n/index.ts'
import { StationProvider } from '#renderer/lib/station.tsx'
import type { AppParts } from './compose.ts'
import { Shell } from './shell.tsx'

/** React Aria's own words (for screen readers) follow the packer's language too. */
const AriaLanguage = ({ children }: { children: ReactNode }) => (
  <I18nProvider locale={useSay().language}>{children}</I18nProvider>
)

export const App = ({ parts }: { parts: AppParts }) => {
  const { stores } = parts
  return (
    <LanguageProvider i18n={parts.i18n}>
      <AriaLanguage>
        <StationProvider station={parts.station}>
          <StatusProvider store={stores.status}>
            <OperatorsProvider store={stores.operators}>
              <SettingsProvider store={stores.settings}>
                <OrdersProvider store={stores.orders}>
                  <BenchProvider store={stores.bench}>
                    <ScaleProvider store={stores.scale}>
                      <CartonsProvider store={stores.cartons}>
                        <TrainingProvider store={stores.training}>
                          <SyncHealthProvider store={stores.syncHealth}>
                            <RecountProvider store={stores.recount}>
                              <DecisionsProvider store={stores.decisions}>
                                <PrintersProvider store={stores.printers}>
                                  <PrintQueueProvider store={stores.printQueue}>
                                    <DevicesProvider store={stores.devices}>
                                      <ParkedProvider store={stores.parked}>
                                        <ImportsProvider store={stores.imports}>
                                          <LookupProvider store={stores.lookup}>
                                            <ShiftProvider store={stores.shift}>
                                              <Shell
                                                notices={parts.notices}
                                                player={parts.player}
                                              />
                                            </ShiftProvider>
                                          </LookupProvider>
                                        </ImportsProvider>
                                      </ParkedProvider>
                                    </DevicesProvider>
                                  </PrintQueueProvider>
                                </PrintersProvider>
                              </DecisionsProvider>
                            </RecountProvider>
                          </SyncHealthProvider>
                        </TrainingProvider>
                      </CartonsProvider>
                    </ScaleProvider>
                  </BenchProvider>
                </OrdersProvider>
              </SettingsProvider>
            </OperatorsProvider>
          </StatusProvider>
        </StationProvider>
      </AriaLanguage>
    </LanguageProvider>
  )
}
