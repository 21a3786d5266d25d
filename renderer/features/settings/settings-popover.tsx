import { useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { type SoundName, soundNames } from '#renderer/lib/sound/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { VolumeSlider } from '#renderer/ui/volume-slider.tsx'
import styles from './settings-popover.module.css'
import { useSettings } from './store.ts'

export interface SettingsPopoverProps {
  readonly onTest: (sound: SoundName) => void
  readonly version: string
  readonly onPrinters: () => void
  readonly onDevices: () => void
  readonly onShift: () => void
  /** Rejects never; the shell shows what went wrong. */
  readonly onSheet: () => Promise<unknown>
}

/** Makes and opens the sheet of command codes; one at a time. */
const SheetButton = ({ onSheet }: Pick<SettingsPopoverProps, 'onSheet'>) => {
  const say = useSay()
  const [isMaking, setMaking] = useState(false)
  return (
    <Button
      isDisabled={isMaking}
      onPress={() => {
        setMaking(true)
        void onSheet().finally(() => setMaking(false))
      }}
    >
      <Icon name="scan" />
      {say(isMaking ? 'settings.sheetMaking' : 'settings.sheet')}
    </Button>
  )
}

/** Sound, brightness and command sheet of this bench. */
export const SettingsPopover = (props: SettingsPopoverProps) => {
  const { onTest, version, onPrinters, onDevices, onShift, onSheet } = props
  const say = useSay()
  const volume = useSettings((state) => state.volume)
  const theme = useSettings((state) => state.theme)
  const change = useSettings((state) => state.change)
  return (
    <Popover
      label={say('settings.title')}
      trigger={<IconButton icon="settings" label={say('settings.title')} />}
    >
      <VolumeSlider
        label={say('settings.volume')}
        value={volume}
        onChange={(next) => change({ volume: next })}
      />
      <fieldset className={styles['sounds']} aria-label={say('settings.test')}>
        {soundNames.map((sound) => (
          <Button key={sound} className={styles['sound']} onPress={() => onTest(sound)}>
            <Icon name="sound" />
            {say(`sound.${sound}`)}
          </Button>
        ))}
      </fieldset>
      <h3 className={styles['heading']}>{say('settings.theme')}</h3>
      <ChoiceChips
        label={say('settings.theme')}
        choices={[
          { id: 'system', label: say('settings.system') },
          { id: 'light', label: say('settings.light') },
          { id: 'dark', label: say('settings.dark') },
        ]}
        chosen={theme}
        onChoose={(next) => change({ theme: next })}
      />
      <Button slot="close" onPress={onPrinters}>
        <Icon name="printer" />
        {say('printers.open')}
      </Button>
      <Button slot="close" onPress={onDevices}>
        <Icon name="scale" />
        {say('devices.open')}
      </Button>
      <Button slot="close" onPress={onShift}>
        <Icon name="person" />
        {say('shift.start')}
      </Button>
      <SheetButton onSheet={onSheet} />
      <p className={styles['version']}>{say('settings.version', { version })}</p>
    </Popover>
  )
}
