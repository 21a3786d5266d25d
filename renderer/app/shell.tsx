import { useCallback, useState } from 'react'
import { CartonsPanel } from '#renderer/features/cartons/index.ts'
import { DecisionBar } from '#renderer/features/decisions/index.ts'
import { OrdersHeader, OrdersScreen } from '#renderer/features/orders/index.ts'
import {
  BoxTypesContext,
  PackHeader,
  PackScreen,
  ScanFeedbackBar,
  useBenchState,
  useBenchStore,
  usePackSounds,
} from '#renderer/features/pack/index.ts'
import { ReportDialog } from '#renderer/features/order-report/index.ts'
import {
  RecountHeader,
  RecountScreen,
  useIsRecounting,
  useRecountSounds,
} from '#renderer/features/recount/index.ts'
import { SettingsPopover, useSettings } from '#renderer/features/settings/index.ts'
import {
  LanguageSwitch,
  NoticeBar,
  ProblemBar,
  StationBadge,
  StatusStrip,
  useDeviceSounds,
  useStatus,
} from '#renderer/features/status/index.ts'
import { SyncPanel } from '#renderer/features/sync/index.ts'
import type { NoticeStore } from '#renderer/lib/notices.ts'
import type { SoundName, SoundPlayer } from '#renderer/lib/sound/index.ts'
import { cx } from '#renderer/ui/cx.ts'
import styles from './shell.module.css'
import { StartScreen } from './start-screen.tsx'
import { Tray } from './tray.tsx'
import { useNow } from './use-now.ts'

const none = [] as const

/** The carton list with what it has to know of the bench. */
const Cartons = ({ orderNo }: { orderNo: string }) => {
  const onBench = useBenchState((state) => state.carton?.code ?? null)
  const answerSeq = useBenchState((state) => state.feedback?.seq ?? null)
  return <CartonsPanel orderNo={orderNo} onBench={onBench} answerSeq={answerSeq} />
}

/** Sync health over any screen; a new answer to a scan closes it, for nothing may hide a verdict. */
const useSyncPanel = (now: Date) => {
  const sync = useStatus((state) => state.sync)
  const answerSeq = useBenchState((state) => state.feedback?.seq ?? null)
  const [opened, setOpened] = useState<{ readonly at: number | null } | null>(null)
  const panel =
    opened === null || opened.at !== answerSeq ? null : (
      <SyncPanel sync={sync} now={now} onClose={() => setOpened(null)} />
    )
  return { panel, open: () => setOpened({ at: answerSeq }) }
}

const Screen = ({ now }: { now: Date }) => {
  const orderNo = useBenchState((state) => state.orderNo)
  const isRead = useBenchStore((state) => state.mirror !== null)
  const isOffline = useStatus((state) => state.sync?.state === 'offline')
  const openReport = useBenchStore((state) => state.openReport)
  const isRecounting = useIsRecounting()
  if (!isRead) return <StartScreen />
  if (isRecounting) return <RecountScreen />
  return orderNo === null ? (
    <OrdersScreen
      now={now}
      isOffline={isOffline}
      feedback={<ScanFeedbackBar />}
      onReport={openReport}
    />
  ) : (
    <PackScreen key={orderNo} cartons={<Cartons orderNo={orderNo} />} />
  )
}

const Header = ({ now }: { now: Date }) => {
  const orderNo = useBenchState((state) => state.orderNo)
  const isRecounting = useIsRecounting()
  if (isRecounting) return <RecountHeader />
  return orderNo === null ? <OrdersHeader /> : <PackHeader now={now} />
}

/** Planned versus packed of an order, when it was asked for. */
const Report = () => {
  const orderNo = useBenchStore((state) => state.reportOf)
  const openReport = useBenchStore((state) => state.openReport)
  return orderNo === null ? null : (
    <ReportDialog key={orderNo} orderNo={orderNo} onClose={() => openReport(null)} />
  )
}

export interface ShellProps {
  readonly notices: NoticeStore
  readonly player: SoundPlayer
}

/** Header, screen and training tray. Which screen it is, the bench decides: an open order is being packed. */
export const Shell = ({ notices, player }: ShellProps) => {
  const now = useNow()
  const syncPanel = useSyncPanel(now)
  const isTraining = useStatus((state) => state.app?.mode === 'training')
  const boxTypes = useStatus((state) => state.app?.boxTypes ?? none)
  const version = useStatus((state) => state.app?.version ?? '')
  const volume = useSettings((state) => state.volume)
  const play = useCallback((sound: SoundName) => player.play(sound, volume), [player, volume])
  usePackSounds(play)
  useRecountSounds(play)
  useDeviceSounds(useCallback(() => play('device-lost'), [play]))
  return (
    <BoxTypesContext value={boxTypes}>
      <div className={cx(styles['shell'], isTraining && styles['training'])}>
        <header className={styles['header']}>
          <Header now={now} />
          <StatusStrip now={now} onSync={syncPanel.open} />
          <LanguageSwitch />
          <SettingsPopover onTest={play} version={version} />
          <StationBadge />
        </header>
        <div>
          <ProblemBar />
          <NoticeBar notices={notices} />
          <DecisionBar />
        </div>
        <div className={styles['body']}>
          <Screen now={now} />
          {isTraining ? <Tray boxTypes={boxTypes} /> : null}
        </div>
        <Report />
        {syncPanel.panel}
      </div>
    </BoxTypesContext>
  )
}
