import { useEffect, useRef } from 'react'
import type { DeviceListView } from '#shared/contract/device-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import type { ChosenDevice } from './chosen-device.ts'
import { DeviceHead } from './device-head.tsx'
import styles from './devices-dialog.module.css'
import { FirstSteps } from './first-steps.tsx'
import { LiveBytes } from './live-bytes.tsx'
import { LiveReading } from './live-reading.tsx'
import { LiveScans } from './live-scans.tsx'
import { ScaleForm } from './scale-form.tsx'
import { draftOf, newDraft } from './scanner-draft.ts'
import { ScannerForm } from './scanner-form.tsx'
import { useDevices } from './store.ts'

const NewDevice = ({
  list,
  chosen,
}: {
  list: DeviceListView
  chosen: ChosenDevice & { kind: 'new' }
}) => {
  const say = useSay()
  const choose = useDevices((state) => state.choose)
  const { device, address } = chosen
  return (
    <>
      <ChoiceChips
        label={say('devices.what')}
        choices={[
          { id: 'scanner', label: say('devices.scanner') },
          { id: 'scale', label: say('devices.scale') },
        ]}
        chosen={device}
        onChoose={(next) => choose({ ...chosen, device: next })}
      />
      {device === 'scanner' ? (
        <ScannerForm list={list} initial={newDraft(address, '')} />
      ) : (
        <ScaleForm
          isNew
          initial={{ address, protocol: address.startsWith('hid:') ? 'hid' : 'yaohua-a9' }}
        />
      )}
    </>
  )
}

const Scanner = ({
  scanner,
  list,
  onBeep,
}: {
  scanner: DeviceListView['scanners'][number]
  list: DeviceListView
  onBeep: () => void
}) => {
  const feed = useDevices((state) => state.feed)
  const newest = feed?.scans[0]?.seq ?? null
  const heard = useRef(newest)
  useEffect(() => {
    if (newest !== null && newest !== heard.current) onBeep()
    heard.current = newest
  }, [newest, onBeep])
  return (
    <>
      <DeviceHead name={scanner.config.name} standing={feed ?? scanner} />
      <LiveScans feed={feed} onBeep={onBeep} />
      <LiveBytes feed={feed} isTyped={scanner.state === 'typed'} />
      <ScannerForm list={list} initial={draftOf(scanner.config)} />
    </>
  )
}

const Scale = ({ scale }: { scale: NonNullable<DeviceListView['scale']> }) => {
  const say = useSay()
  const feed = useDevices((state) => state.feed)
  return (
    <>
      <DeviceHead name={say('devices.scale')} standing={feed ?? scale} />
      <LiveReading scale={scale} />
      <LiveBytes feed={feed} isTyped={false} />
      <ScaleForm isNew={false} initial={scale.config} />
    </>
  )
}

export interface DevicePaneProps {
  readonly list: DeviceListView
  readonly onBeep: () => void
}

/** The device that was chosen, live, with its settings. */
export const DevicePane = ({ list, onBeep }: DevicePaneProps) => {
  const chosen = useDevices((state) => state.chosen)
  const scanner =
    chosen?.kind === 'scanner' ? list.scanners.find(({ config }) => config.id === chosen.id) : null
  if (chosen?.kind === 'new') {
    return (
      <div key={chosen.address} className={styles['pane']}>
        <NewDevice list={list} chosen={chosen} />
      </div>
    )
  }
  if (scanner != null) {
    return (
      <div key={scanner.config.id} className={styles['pane']}>
        <Scanner scanner={scanner} list={list} onBeep={onBeep} />
      </div>
    )
  }
  return (
    <div className={styles['pane']}>
      {chosen?.kind === 'scale' && list.scale !== null ? (
        <Scale scale={list.scale} />
      ) : (
        <FirstSteps list={list} />
      )}
    </div>
  )
}
