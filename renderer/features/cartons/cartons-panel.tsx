import { useEffect, useState } from 'react'
import type { CartonRow as CartonRowView } from '#shared/contract/views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { CartonQuestion, type CartonDeed } from './carton-question.tsx'
import { CartonRow } from './carton-row.tsx'
import styles from './cartons-panel.module.css'
import { useCartons } from './store.ts'

export interface CartonsPanelProps {
  readonly orderNo: string
  /** The carton on the bench; it is shown elsewhere. */
  readonly onBench: string | null
  /** Changes with every answer: an open question gives way to it. */
  readonly answerSeq: number | null
  /** Shows every label of a carton. */
  readonly onLedger: (row: CartonRowView) => void
  /** Shows the whole life of a carton. */
  readonly onPage: (row: CartonRowView) => void
}

interface Question {
  readonly deed: CartonDeed
  readonly row: CartonRowView
  readonly askedAt: number | null
}

/** 已装箱: the order's cartons, and what may still be done with them. */
export const CartonsPanel = (props: CartonsPanelProps) => {
  const { orderNo, onBench, answerSeq, onLedger, onPage } = props
  const say = useSay()
  const { act } = useStation()
  const show = useCartons((state) => state.show)
  const refresh = useCartons((state) => state.refresh)
  const rows = useCartons((state) => state.rows)
  const problem = useCartons((state) => state.problem)
  const [question, setQuestion] = useState<Question | null>(null)
  useEffect(() => show(orderNo), [orderNo, show])

  if (problem !== null && rows === null) {
    return (
      <EmptyState
        icon="warning"
        tone="bad"
        title={say('cartons.failed')}
        hint={say.sentence(errorSentence(problem))}
      >
        <Button onPress={refresh}>{say('dialog.retry')}</Button>
      </EmptyState>
    )
  }
  if (rows === null) return <EmptyState icon="box" title={say('cartons.loading')} />
  if (rows.length === 0) {
    return <EmptyState icon="box" title={say('cartons.none')} hint={say('cartons.noneHint')} />
  }
  return (
    <>
      <ul className={styles['list']} aria-label={say('cartons.title')}>
        {rows.map((row) => (
          <CartonRow
            key={row.code}
            row={row}
            isOnBench={row.code === onBench}
            onDeed={(deed) => {
              if (deed === 'recount') void act('recount.start', { code: row.code })
              else if (deed === 'ledger') onLedger(row)
              else if (deed === 'page') onPage(row)
              else setQuestion({ deed, row, askedAt: answerSeq })
            }}
          />
        ))}
      </ul>
      {question === null || question.askedAt !== answerSeq ? null : (
        <CartonQuestion deed={question.deed} row={question.row} onClose={() => setQuestion(null)} />
      )}
    </>
  )
}
