import { type FormEvent, useState } from 'react'
import type { ScaleConfigView } from '#shared/contract/device-views.ts'
import { scaleProtocols } from '#shared/domain/scale-protocol.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { PickList } from '#renderer/ui/pick-list.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './device-form.module.css'
import { readDivision } from './division.ts'
import { isSerial } from './scanner-draft.ts'
import { useDevices } from './store.ts'
import { Told } from './told.tsx'
import { useSaving } from './use-saving.ts'

export interface ScaleFormProps {
  readonly initial: ScaleConfigView
  readonly isNew: boolean
}

type Outcome = ScaleConfigView['protocol'] | 'none' | 'address-missing' | 'division-odd'

const Detecting = () => {
  const say = useSay()
  const detection = useDevices((state) => state.detection)
  const { ask } = useStation()
  const { step, of, baudRate } = detection ?? { step: 0, of: 1, baudRate: 0 }
  const words = detection === null ? '' : say('devices.detecting', { baud: baudRate, step, of })
  return (
    <div className={styles['detecting']}>
      <div>
        <p>{words}</p>
        <ProgressBar label={say('devices.detect')} value={step} of={of} valueLabel={words} />
      </div>
      <Button onPress={() => void ask('devices.endDetection', undefined)}>
        {say('devices.cancel')}
      </Button>
    </div>
  )
}

/** Where the scale is and what it speaks, which listening to it finds out. */
export const ScaleForm = ({ initial, isNew }: ScaleFormProps) => {
  const say = useSay()
  const { ask } = useStation()
  const { isSaving, error, setError, save } = useSaving()
  const [draft, setDraft] = useState(initial)
  const [isDetecting, setDetecting] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [division, setDivision] = useState(String(initial.division ?? ''))
  const address = draft.address.trim()
  const set = (change: Partial<ScaleConfigView>): void => {
    setOutcome(null)
    setError(null)
    setDraft((before) => ({ ...before, ...change }))
  }
  const detect = async (): Promise<void> => {
    set({})
    setDetecting(true)
    const answer = await ask('devices.detectScale', address)
    setDetecting(false)
    if (!answer.ok) setError(answer.error)
    else {
      if (answer.value !== null) set(answer.value)
      setOutcome(answer.value?.protocol ?? 'none')
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (address === '') return setOutcome('address-missing')
    const step = readDivision(division)
    if (step === undefined) return setOutcome('division-odd')
    const { protocol, shared = false } = draft
    const scale = {
      address,
      protocol,
      ...(step === null ? {} : { division: step }),
      ...(shared ? { shared } : {}),
    }
    void save({ kind: 'scale' }, () => ask('devices.saveScale', scale))
  }
  const words =
    outcome === null
      ? null
      : outcome === 'none'
        ? say('devices.undetected')
        : outcome === 'address-missing'
          ? say('devices.fault.address')
          : outcome === 'division-odd'
            ? say('devices.fault.division')
            : say('devices.detected', { protocol: say(`devices.protocol.${outcome}`) })
  return (
    <Form onSubmit={submit}>
      <div className={styles['scale']}>
        <div className={styles['field']}>
          <span>{say('devices.protocol')}</span>
          <PickList
            label={say('devices.protocol')}
            choices={([...scaleProtocols, 'virtual'] as const).map((each) => ({
              id: each,
              label: say(`devices.protocol.${each}`),
            }))}
            chosen={draft.protocol}
            onChoose={(protocol) => set({ protocol })}
          />
        </div>
        <TextBox
          label={say('devices.step')}
          value={division}
          onChange={(next) => {
            setOutcome(null)
            setDivision(next)
          }}
          maxLength={4}
        />
        <div className={styles['field']}>
          <span>{say('devices.weighing')}</span>
          <PickList
            label={say('devices.weighing')}
            choices={(['own', 'shared'] as const).map((id) => ({
              id,
              label: say(`devices.weighing.${id}`),
            }))}
            chosen={draft.shared === true ? 'shared' : 'own'}
            onChoose={(way) => set({ shared: way === 'shared' })}
          />
        </div>
        <TextBox
          label={say('devices.address')}
          value={draft.address}
          onChange={(next) => set({ address: next })}
          maxLength={500}
        />
      </div>
      <p className={styles['hint']}>{say('devices.scaleHint')}</p>
      {isDetecting ? <Detecting /> : <Told error={error} text={words} />}
      <DialogActions>
        {isNew ? null : (
          <Button
            tone="danger"
            isDisabled={isSaving || isDetecting}
            onPress={() => void save(null, () => ask('devices.saveScale', null))}
          >
            {say('devices.remove')}
          </Button>
        )}
        <Button
          isDisabled={isSaving || isDetecting || !isSerial(address)}
          onPress={() => void detect()}
        >
          {say('devices.detect')}
        </Button>
        <Button tone="primary" type="submit" isDisabled={isSaving || isDetecting}>
          {say('devices.save')}
        </Button>
      </DialogActions>
    </Form>
  )
}
