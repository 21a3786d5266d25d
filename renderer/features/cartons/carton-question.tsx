import { useState } from 'react'
import type { CartonRow } from '#shared/contract/views.ts'
import { CopyPreview } from '#renderer/lib/copy-preview.tsx'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { markFaces } from '#renderer/lib/print-state.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { ReasonQuestion } from '#renderer/ui/reason-question.tsx'
import styles from './carton-question.module.css'

export type CartonDeed = 'copy' | 'reopen' | 'void'

export interface CartonQuestionProps {
  readonly deed: CartonDeed
  readonly row: CartonRow
  readonly onClose: () => void
}

/** Asks once, with a reason, before a carton is copied, reopened or voided. */
export const CartonQuestion = ({ deed, row, onClose }: CartonQuestionProps) => {
  const say = useSay()
  const { act } = useStation()
  const faces = markFaces(row.labels, row.markRevision)
  const [chosen, setChosen] = useState(0)
  const face = faces[chosen] ?? ({ side: 1, page: 1 } as const)
  const reasons = {
    copy: [say('copy.smudged'), say('copy.torn'), say('copy.lost')],
    reopen: [say('reopen.wrongGoods'), say('reopen.wrongCount'), say('reopen.boxBroken')],
    void: [say('void.wrongGoods'), say('void.boxBroken'), say('void.orderChanged')],
  }[deed]
  const answer = (reason: string): void => {
    const { code } = row
    if (deed === 'copy')
      void act('cartons.copy', { code, side: face.side, page: face.page, reason })
    else void act(deed === 'void' ? 'cartons.void' : 'cartons.reopen', { code, reason })
  }
  return (
    <ReasonQuestion
      texts={{
        title: say(`${deed}.titleCarton`, { no: row.cartonNo }),
        close: say('dialog.back'),
        cancel: say('dialog.cancel'),
        confirm: say(`${deed}.confirm`),
        reason: say(`${deed}.reason`),
        otherReason: say('dialog.otherReason'),
      }}
      reasons={reasons}
      tone={deed === 'void' ? 'danger' : 'primary'}
      onClose={onClose}
      onAnswer={answer}
    >
      <p className={styles['text']}>
        <code>{row.code}</code> {say(`${deed}.text`)}
      </p>
      {deed === 'copy' && faces.length > 0 ? (
        <ChoiceChips
          label={say('copy.which')}
          choices={faces.map((_, index) => ({
            id: String(index),
            label: say('copy.label', { no: index + 1, total: faces.length }),
          }))}
          chosen={String(chosen)}
          onChoose={(id) => setChosen(Number(id))}
        />
      ) : null}
      {deed === 'copy' && faces.length > 0 ? (
        <CopyPreview key={chosen} code={row.code} side={face.side} page={face.page} />
      ) : null}
    </ReasonQuestion>
  )
}
