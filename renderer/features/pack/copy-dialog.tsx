import { useState } from 'react'
import { CopyPreview } from '#renderer/lib/copy-preview.tsx'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { markFaces } from '#renderer/lib/print-state.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { ReasonQuestion } from '#renderer/ui/reason-question.tsx'
import { useBenchState } from './store.ts'

/** F6 when nothing failed: one label of this carton is printed once more, as a counted copy. */
export const CopyDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const { act } = useStation()
  const carton = useBenchState((state) => state.carton)
  const [chosen, setChosen] = useState(0)
  const faces = carton === null ? [] : markFaces(carton.labels, carton.markRevision)
  const face = faces[chosen]
  if (carton === null || face === undefined) return null
  return (
    <ReasonQuestion
      texts={{
        title: say('copy.title'),
        close: say('dialog.back'),
        cancel: say('dialog.cancel'),
        confirm: say('copy.confirm'),
        reason: say('copy.reason'),
        otherReason: say('dialog.otherReason'),
      }}
      reasons={[say('copy.smudged'), say('copy.torn'), say('copy.lost')]}
      onClose={onClose}
      onAnswer={(reason) =>
        void act('cartons.copy', { code: carton.code, side: face.side, page: face.page, reason })
      }
    >
      <ChoiceChips
        label={say('copy.which')}
        choices={faces.map((_, index) => ({
          id: String(index),
          label: say('copy.label', { no: index + 1, total: faces.length }),
        }))}
        chosen={String(chosen)}
        onChoose={(id) => setChosen(Number(id))}
      />
      <CopyPreview key={chosen} code={carton.code} side={face.side} page={face.page} />
    </ReasonQuestion>
  )
}
