import type { ShiftView } from '#shared/contract/shift-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { useKeys } from '#renderer/lib/use-keys.ts'
import { KeyFooter } from '#renderer/ui/key-footer.tsx'
import { type ShiftDeed, shiftKeys } from './keys.ts'

export interface ShiftFooterProps {
  readonly active: NonNullable<ShiftView['active']>
  /** Asks before what was accepted is lost. */
  readonly onAskLeave: () => void
}

/** The keys that mean something now; the keys of the keyboard do the same. */
export const ShiftFooter = ({ active, onAskLeave }: ShiftFooterProps) => {
  const say = useSay()
  const { act } = useStation()
  const keys = shiftKeys(active)
  const doDeed = (deed: ShiftDeed): void => {
    if (deed === 'ask-leave') onAskLeave()
    else if (deed === 'finish') void act('shift.finish', null)
    else void act(`shift.${deed}`, undefined)
  }
  useKeys((pressed, isAsking) => {
    const found = isAsking ? undefined : keys.find(({ key }) => key === pressed)
    return found === undefined ? null : () => doDeed(found.deed)
  })
  return (
    <KeyFooter
      label={say('keys.label')}
      keys={keys.map(({ key, text, tone, deed }) => ({
        label: say.sentence({ key: text, values: {} }),
        tone,
        shortcut: key === 'Escape' ? 'Esc' : key,
        onPress: () => doDeed(deed),
      }))}
    />
  )
}
