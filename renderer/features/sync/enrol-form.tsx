import { type FormEvent, useState } from 'react'
import type { ErrorShape } from '#shared/errors.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './enrol-form.module.css'

/** The server does not take this station: a pairing code makes it known again. */
export const EnrolForm = () => {
  const say = useSay()
  const { ask } = useStation()
  const [code, setCode] = useState('')
  const [outcome, setOutcome] = useState<'none' | 'asking' | 'done' | ErrorShape>('none')
  const pairingCode = code.trim()
  const enrol = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (pairingCode === '' || outcome === 'asking') return
    setOutcome('asking')
    const answer = await ask('sync.enrol', { pairingCode })
    setOutcome(answer.ok ? 'done' : answer.error)
  }
  return (
    <section className={styles['enrol']}>
      <h3>{say('syncHealth.enrolTitle')}</h3>
      <p className={styles['text']}>{say('syncHealth.enrolText')}</p>
      <Form onSubmit={(event) => void enrol(event)}>
        <div className={styles['line']}>
          <TextBox
            label={say('syncHealth.enrolLabel')}
            value={code}
            onChange={setCode}
            maxLength={64}
          />
          <Button
            tone="primary"
            type="submit"
            isDisabled={pairingCode === '' || outcome === 'asking'}
          >
            {say('syncHealth.enrol')}
          </Button>
        </div>
      </Form>
      <output className={styles['outcome']}>
        {outcome === 'done' ? say('syncHealth.enrolled') : null}
        {typeof outcome === 'object' ? say.sentence(errorSentence(outcome)) : null}
      </output>
    </section>
  )
}
