import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { useKeys } from '#renderer/lib/use-keys.ts'
import { KeyFooter } from '#renderer/ui/key-footer.tsx'
import { type RecountDeed, type RecountQuestion, recountKeys } from './keys.ts'
import type { RecountCentre } from './presentation.ts'
import { useRecount } from './store.ts'

export interface RecountFooterProps {
  readonly centre: RecountCentre
  readonly onAsk: (question: RecountQuestion) => void
}

/** The keys that mean something now; function keys do the same. */
export const RecountFooter = ({ centre, onAsk }: RecountFooterProps) => {
  const say = useSay()
  const { act } = useStation()
  const units = useRecount((state) => state.view?.active?.units ?? 0)
  const keys = recountKeys(centre, units)
  const doDeed = (deed: RecountDeed): void => {
    if ('ask' in deed) onAsk(deed.ask)
    else void act(deed.act, undefined)
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
        shortcut: key,
        onPress: () => doDeed(deed),
      }))}
    />
  )
}
