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
}

/** Sound and brightness of this bench. */
export const SettingsPopover = ({ onTest, version }: SettingsPopoverProps) => {
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
      <p className={styles['version']}>{say('settings.version', { version })}</p>
    </Popover>
  )
}
