import { type FormEvent, useState } from 'react'
import type { ErrorShape } from '#shared/errors.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Form } from '#renderer/ui/form.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './enrol-form.module.css'

export interface EnrolFormProps {
  /** An administrator has to accept first that this computer cannot protect the token. */
  readonly consentDue: boolean
  /** The server has never known this station. */
  readonly isFirst: boolean
}

/** The server does not take this station: a pairing code makes it known. */
export const EnrolForm = ({ consentDue, isFirst }: EnrolFormProps) => {
  const say = useSay()
  const { ask } = useStation()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<'none' | 'asking' | 'done' | ErrorShape>('none')
  const pairingCode = code.trim()
  const consent = { name: name.trim(), reason: reason.trim() }
  const isComplete =
    pairingCode !== '' && (!consentDue || (consent.name !== '' && consent.reason !== ''))
  const enrol = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isComplete || outcome === 'asking') return
    setOutcome('asking')
    const answer = await ask('sync.enrol', { pairingCode, ...(consentDue ? { consent } : {}) })
    setOutcome(answer.ok ? 'done' : answer.error)
  }
  return (
    <section className={styles['enrol']}>
      <h3>{say('syncHealth.enrolTitle')}</h3>
      {isFirst ? null : <p className={styles['text']}>{say('syncHealth.enrolSafe')}</p>}
      <p className={styles['text']}>{say('syncHealth.enrolText')}</p>
      <Form onSubmit={(event) => void enrol(event)}>
        {consentDue ? <p className={styles['consent']}>{say('syncHealth.consent')}</p> : null}
        <div className={cx(styles['line'], consentDue && styles['wide'])}>
          <TextBox
            label={say('syncHealth.enrolLabel')}
            value={code}
            onChange={setCode}
            maxLength={64}
          />
          {consentDue ? (
            <>
              <TextBox
                label={say('syncHealth.consentName')}
                value={name}
                onChange={setName}
                maxLength={100}
              />
              <TextBox
                label={say('syncHealth.consentReason')}
                value={reason}
                onChange={setReason}
                maxLength={200}
              />
            </>
          ) : null}
          <Button tone="primary" type="submit" isDisabled={!isComplete || outcome === 'asking'}>
            {say(consentDue ? 'syncHealth.consentEnrol' : 'syncHealth.enrol')}
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
