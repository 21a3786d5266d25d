import { type FormEvent, useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './training-tray.module.css'

/** Heaviest weight the virtual scale shows, in grams. */
const heaviest = 200_000

/** A scale that weighs what it is told. */
export const ScaleTab = () => {
  const say = useSay()
  const { act } = useStation()
  const [text, setText] = useState('')
  const grams = /^\d{1,6}$/.test(text) ? Number(text) : null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (grams !== null && grams <= heaviest) void act('training.place', grams)
  }
  return (
    <div className={styles['scroll']}>
      <p className={styles['hint']}>{say('training.scaleHint')}</p>
      <Button tone="primary" size="large" onPress={() => void act('training.place', null)}>
        {say('training.place')}
      </Button>
      <Button size="large" onPress={() => void act('training.place', 0)}>
        {say('training.clear')}
      </Button>
      <Form onSubmit={submit}>
        <TextBox
          label={say('training.grams')}
          value={text}
          onChange={(value) => setText(value.replace(/\D/g, ''))}
          maxLength={6}
          numeric
          unit="g"
        />
        <Button type="submit" isDisabled={grams === null || grams > heaviest}>
          {say('training.placeGrams')}
        </Button>
      </Form>
    </div>
  )
}
