import { type FormEvent, useEffect, useState } from 'react'
import { mostPlannedAtOnce } from '#shared/domain/print-journal.ts'
import type { PlannedCartonView } from '#shared/contract/printing-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './batch-dialog.module.css'
import { isMade, openIn, rangeToPrint, typedNumber } from './batch-range.ts'

export interface BatchDialogProps {
  readonly orderNo: string
  readonly onClose: () => void
}

const mostDigits = 6

/** What is typed, and what it would print. */
const BatchForm = ({
  cartons,
  orderNo,
  onClose,
}: BatchDialogProps & { cartons: readonly PlannedCartonView[] }) => {
  const say = useSay()
  const { ask } = useStation()
  const [first] = useState(() => rangeToPrint(cartons, mostPlannedAtOnce))
  const [from, setFrom] = useState(String(first?.from ?? ''))
  const [to, setTo] = useState(String(first?.to ?? ''))
  const [problem, setProblem] = useState<ErrorShape | null>(null)
  const [start, end] = [typedNumber(from), typedNumber(to)]
  const isRange = start !== null && end !== null && end >= start
  const isTooMany = isRange && end - start >= mostPlannedAtOnce
  const count = isRange ? openIn(cartons, start, end) : 0
  const print = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isRange || isTooMany || count === 0) return
    const answer = await ask('printing.printPlanned', { orderNo, from: start, to: end })
    if (answer.ok) onClose()
    else setProblem(answer.error)
  }
  const said = (): string => {
    if (isTooMany) return say('printing.batchTooMany', { most: mostPlannedAtOnce })
    if (isRange && count === 0) return say('printing.batchNothing')
    return say('printing.batchLabels', { count })
  }
  return (
    <Form onSubmit={(event) => void print(event)}>
      <p className={styles['text']}>
        {say('printing.batchText', {
          count: cartons.length,
          done: cartons.filter(isMade).length,
        })}
      </p>
      <div className={styles['range']}>
        <TextBox
          label={say('printing.batchFrom')}
          value={from}
          onChange={setFrom}
          maxLength={mostDigits}
          numeric
          autoFocus
        />
        <TextBox
          label={say('printing.batchTo')}
          value={to}
          onChange={setTo}
          maxLength={mostDigits}
          numeric
        />
      </div>
      <output>{said()}</output>
      {problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {say.sentence(errorSentence(problem))} <bdi>{errorFacts(say, problem)}</bdi>
        </p>
      )}
      <DialogActions>
        <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        <Button tone="primary" type="submit" isDisabled={!isRange || isTooMany || count === 0}>
          {say('printing.batchConfirm')}
        </Button>
      </DialogActions>
    </Form>
  )
}

/** 预打箱唛: the marks of a range of planned cartons, printed ahead. */
export const BatchDialog = ({ orderNo, onClose }: BatchDialogProps) => {
  const say = useSay()
  const { ask } = useStation()
  const [cartons, setCartons] = useState<readonly PlannedCartonView[] | null>(null)
  const [problem, setProblem] = useState<ErrorShape | null>(null)
  useEffect(() => {
    void ask('printing.planned', orderNo).then((answer) => {
      if (answer.ok) setCartons(answer.value)
      else setProblem(answer.error)
    })
  }, [ask, orderNo])
  const told = problem === null ? say('printing.batchNone') : say.sentence(errorSentence(problem))
  return (
    <Dialog
      isOpen
      title={say('printing.batchTitle', { order: orderNo })}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      {cartons === null || cartons.length === 0 ? (
        <p>{cartons === null && problem === null ? say('printing.reading') : told}</p>
      ) : (
        <BatchForm cartons={cartons} orderNo={orderNo} onClose={onClose} />
      )}
    </Dialog>
  )
}
