import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { CartonsPanel } from '#renderer/features/cartons/index.ts'
import {
  LookupButton,
  LookupHeader,
  LookupScreen,
  useIsLookingUp,
  useLookupSounds,
} from '#renderer/features/carton-page/index.ts'
import { DecisionBar } from '#renderer/features/decisions/index.ts'
import { ImportDialog, ImportsBar } from '#renderer/features/imports/index.ts'
import { OrdersHeader, OrdersScreen } from '#renderer/features/orders/index.ts'
import {
  answerSeqOf,
  BoxTypesContext,
  PackHeader,
  PackScreen,
  ScanFeedbackBar,
  useBenchApi,
  useBenchState,
  useBenchStore,
  usePackSounds,
} from '#renderer/features/pack/index.ts'
import {
  LedgerDialog,
  PrintQueuePanel,
  useHoldSounds,
  usePrintQueue,
} from '#renderer/features/print-queue/index.ts'
import { DevicesDialog, useDevices } from '#renderer/features/devices/index.ts'
import { ReportDialog } from '#renderer/features/order-report/index.ts'
import { OperatorBadge, SignInScreen, useOperators } from '#renderer/features/operators/index.ts'
import { ParkedDialog, useParked } from '#renderer/features/parked/index.ts'
import { PrintersDialog, usePrinters } from '#renderer/features/printers/index.ts'
import {
  RecountHeader,
  RecountScreen,
  useIsRecounting,
  useRecountSounds,
} from '#renderer/features/recount/index.ts'
import { SettingsPopover, useSettings } from '#renderer/features/settings/index.ts'
import {
  ShiftHeader,
  ShiftScreen,
  useIsHandingOver,
  useShiftSounds,
} from '#renderer/features/shift/index.ts'
import {
  LanguageSwitch,
  NoticeBar,
  ProblemBar,
  StationBadge,
  StatusStrip,
  type LostDevice,
  useDeviceSounds,
  useStatus,
} from '#renderer/features/status/index.ts'
import { SyncPanel } from '#renderer/features/sync/index.ts'
import type { NoticeStore } from '#renderer/lib/notices.ts'
import type { SoundName, SoundPlayer } from '#renderer/lib/sound/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { cx } from '#renderer/ui/cx.ts'
import styles from './shell.module.css'
import { StartScreen } from './start-screen.tsx'
import { Tray } from './tray.tsx'
import { useNow } from './use-now.ts'

const none = [] as const

interface LedgerOf {
  readonly cartonNo: number
  readonly code: string
}

/** The carton list with what it has to know of the bench, and the labels of the carton that is asked about. */
const Cartons = ({ orderNo }: { orderNo: string }) => {
  const [ledgerOf, setLedgerOf] = useState<LedgerOf | null>(null)
  const onBench = useBenchState((state) => state.carton?.code ?? null)
  const answerSeq = useBenchState(answerSeqOf)
  const { act } = useStation()
  return (
    <>
      <CartonsPanel
        orderNo={orderNo}
        onBench={onBench}
        answerSeq={answerSeq}
        onLedger={setLedgerOf}
        onPage={({ code }) => void act('lookup.show', code)}
      />
      {ledgerOf === null ? null : (
        <LedgerDialog
          cartonNo={ledgerOf.cartonNo}
          code={ledgerOf.code}
          onClose={() => setLedgerOf(null)}
        />
      )}
    </>
  )
}

interface UntilAnsweredProps {
  /** The answer that stood when the panel was opened; null while it is closed. */
  readonly opened: { readonly at: number | null } | null
  readonly children: ReactNode
}

/** A panel over any screen; a new answer to a scan closes it, for nothing may hide a verdict. */
const UntilAnswered = ({ opened, children }: UntilAnsweredProps) => {
  const answerSeq = useBenchState(answerSeqOf)
  return opened !== null && opened.at === answerSeq ? children : null
}

const usePanel = () => {
  const bench = useBenchApi()
  const [opened, setOpened] = useState<UntilAnsweredProps['opened']>(null)
  const open = useCallback(() => {
    const { mirror } = bench.getState()
    setOpened({ at: mirror === null ? null : answerSeqOf(mirror.state) })
  }, [bench])
  const close = useCallback(() => setOpened(null), [])
  return { opened, open, close }
}

const SyncHealth = ({ now, onClose }: { now: Date; onClose: () => void }) => (
  <SyncPanel sync={useStatus((state) => state.sync)} now={now} onClose={onClose} />
)

const PrintQueue = ({ onClose }: { onClose: () => void }) => {
  const device = useStatus((state) => state.devices?.printer ?? null)
  const plannedOrder = useBenchStore(({ mirror }) =>
    mirror === null || mirror.order?.plannedCartons == null ? null : mirror.state.orderNo,
  )
  return <PrintQueuePanel device={device} plannedOrder={plannedOrder} onClose={onClose} />
}

/** How many labels wait while a printer is held; null while none is. */
const useHeldLabels = (): number | null =>
  usePrintQueue(({ printing }) =>
    printing?.printers.some(({ hold }) => hold !== null) === true ? printing.waiting : null,
  )

/** How many cartons are off the bench, and whether one has no label. */
const useParkedCount = () => {
  const count = useParked(({ cartons }) => cartons.length)
  const isMissing = useParked(({ cartons }) => cartons.some(({ label }) => label === 'failed'))
  return { count, isMissing }
}

const Screen = ({ now, onImport }: { now: Date; onImport: () => void }) => {
  const orderNo = useBenchState((state) => state.orderNo)
  const isRead = useBenchStore((state) => state.mirror !== null)
  const isOffline = useStatus((state) => state.sync?.state === 'offline')
  const openReport = useBenchStore((state) => state.openReport)
  const isRecounting = useIsRecounting()
  const isHandingOver = useIsHandingOver()
  const isLookingUp = useIsLookingUp()
  const isAwaited = useOperators(({ view }) => view?.isAwaited === true)
  if (!isRead) return <StartScreen />
  if (isAwaited) return <SignInScreen feedback={<ScanFeedbackBar />} />
  if (isHandingOver) return <ShiftScreen now={now} />
  if (isRecounting) return <RecountScreen />
  if (isLookingUp) return <LookupScreen isOrderInHand={orderNo !== null} />
  return orderNo === null ? (
    <OrdersScreen
      now={now}
      isOffline={isOffline}
      feedback={<ScanFeedbackBar />}
      imports={<ImportsBar isOffline={isOffline} />}
      onImport={onImport}
      onReport={openReport}
    />
  ) : (
    <PackScreen key={orderNo} cartons={<Cartons orderNo={orderNo} />} />
  )
}

const Header = ({ now }: { now: Date }) => {
  const orderNo = useBenchState((state) => state.orderNo)
  const isRecounting = useIsRecounting()
  const isHandingOver = useIsHandingOver()
  const isLookingUp = useIsLookingUp()
  if (isHandingOver) return <ShiftHeader />
  if (isRecounting) return <RecountHeader />
  if (isLookingUp) return <LookupHeader />
  return orderNo === null ? <OrdersHeader /> : <PackHeader now={now} />
}

/** 查找, wherever scans are not spoken for. */
const Find = () => {
  const isRead = useBenchStore((state) => state.mirror !== null)
  const isRecounting = useIsRecounting()
  const isHandingOver = useIsHandingOver()
  const isLookingUp = useIsLookingUp()
  const isAwaited = useOperators(({ view }) => view?.isAwaited === true)
  const isTaken = isRecounting || isHandingOver || isLookingUp || isAwaited
  return !isRead || isTaken ? null : <LookupButton />
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

/** Header, screen and training tray; nothing here repaints with each scan. Which screen it is, the bench decides: an open order is being packed. */
export const Shell = ({ notices, player }: ShellProps) => {
  const now = useNow()
  const syncHealth = usePanel()
  const printQueue = usePanel()
  const parkedPanel = usePanel()
  const importPanel = usePanel()
  const parked = useParkedCount()
  const heldLabels = useHeldLabels()
  const isTraining = useStatus((state) => state.app?.mode === 'training')
  const boxTypes = useStatus((state) => state.app?.boxTypes ?? none)
  const { act } = useStation()
  const language = useStatus((state) => state.app?.language ?? 'zh-CN')
  const version = useStatus((state) => state.app?.version ?? '')
  const volume = useSettings((state) => state.volume)
  useEffect(() => {
    if (volume <= 0) return undefined
    const idle = requestIdleCallback(player.open)
    return () => cancelIdleCallback(idle)
  }, [player, volume])
  const play = useCallback((sound: SoundName) => player.play(sound, volume), [player, volume])
  const openDevices = useDevices((state) => state.open)
  const openPrinters = usePrinters((state) => state.open)
  usePackSounds(play)
  useRecountSounds(play)
  useShiftSounds(play)
  useLookupSounds(play)
  const alarm = useCallback(() => play('device-lost'), [play])
  const lost = useCallback(
    (devices: readonly LostDevice[]) => {
      alarm()
      // The print queue tells of a printer where its labels stand.
      for (const { kind, device } of devices) {
        if (kind !== 'printer' && device.problem !== null) notices.getState().show(device.problem)
      }
    },
    [alarm, notices],
  )
  useDeviceSounds(lost)
  useHoldSounds(alarm)
  return (
    <BoxTypesContext value={boxTypes}>
      <div className={cx(styles['shell'], isTraining && styles['training'])}>
        <header className={styles['header']}>
          <Header now={now} />
          <Find />
          <StatusStrip
            now={now}
            held={heldLabels === null ? null : { waiting: heldLabels }}
            parked={parked}
            onParked={parkedPanel.open}
            onPrinter={printQueue.open}
            onSync={syncHealth.open}
            onDevices={openDevices}
          />
          <LanguageSwitch />
          <SettingsPopover
            onTest={play}
            version={version}
            onPrinters={openPrinters}
            onDevices={openDevices}
            onShift={() => void act('shift.start', undefined)}
            onSheet={() => act('documents.commandSheet', language)}
          />
          <OperatorBadge />
          <StationBadge />
        </header>
        <div>
          <ProblemBar />
          <NoticeBar notices={notices} />
          <DecisionBar />
        </div>
        <div className={styles['body']}>
          <Screen now={now} onImport={importPanel.open} />
          {isTraining ? <Tray boxTypes={boxTypes} /> : null}
        </div>
        <Report />
        <PrintersDialog />
        <DevicesDialog play={play} />
        <UntilAnswered opened={syncHealth.opened}>
          <SyncHealth now={now} onClose={syncHealth.close} />
        </UntilAnswered>
        <UntilAnswered opened={parkedPanel.opened}>
          <ParkedDialog now={now} onClose={parkedPanel.close} />
        </UntilAnswered>
        <UntilAnswered opened={importPanel.opened}>
          <ImportDialog onClose={importPanel.close} />
        </UntilAnswered>
        <UntilAnswered opened={printQueue.opened}>
          <PrintQueue onClose={printQueue.close} />
        </UntilAnswered>
      </div>
    </BoxTypesContext>
  )
}
