import { type FormEvent, useState } from 'react'
import type { DeviceListView } from '#shared/contract/device-views.ts'
import { scanFramings } from '#shared/domain/scan-framing.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { PickList } from '#renderer/ui/pick-list.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import styles from './device-form.module.css'
import { type DraftField, isSerial, readDraft, type ScannerDraft } from './scanner-draft.ts'
import { Told } from './told.tsx'
import { useSaving } from './use-saving.ts'

export interface ScannerFormProps {
  readonly list: DeviceListView
  readonly initial: ScannerDraft
}

/** Where a scanner is and how its scans end. */
export const ScannerForm = ({ list, initial }: ScannerFormProps) => {
  const say = useSay()
  const { ask } = useStation()
  const { isSaving, error, setError, save } = useSaving()
  const [draft, setDraft] = useState(initial)
  const [fault, setFault] = useState<DraftField | null>(null)
  const { id } = draft
  const isVirtual = draft.address.trim() === 'virtual'
  const set = (change: Partial<ScannerDraft>): void => {
    setFault(null)
    setError(null)
    setDraft((before) => ({ ...before, ...change }))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readDraft(list, draft)
    if (!read.ok) return setFault(read.field)
    void save({ kind: 'scanner', id: read.config.id }, () =>
      ask('devices.saveScanner', read.config),
    )
  }
  return (
    <Form onSubmit={submit}>
      <div className={styles['pair']}>
        <TextBox
          label={say('devices.name')}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={100}
        />
        <TextBox
          label={say('devices.address')}
          value={draft.address}
          onChange={(address) => set({ address })}
          maxLength={500}
        />
      </div>
      <p className={styles['hint']}>{say('devices.scannerHint')}</p>
      {isVirtual ? null : (
        <div className={styles['four']}>
          {isSerial(draft.address) ? (
            <div className={styles['field']}>
              <span>{say('devices.framing')}</span>
              <PickList
                label={say('devices.framing')}
                choices={scanFramings.map((each) => ({
                  id: each,
                  label: say(`devices.framing.${each}`),
                }))}
                chosen={draft.framing}
                onChoose={(framing) => set({ framing })}
              />
            </div>
          ) : null}
          <TextBox
            label={say('devices.prefix')}
            value={draft.prefix}
            onChange={(prefix) => set({ prefix })}
            maxLength={32}
          />
          <TextBox
            label={say('devices.suffix')}
            value={draft.suffix}
            onChange={(suffix) => set({ suffix })}
            maxLength={32}
          />
          <TextBox
            label={say('devices.gap')}
            value={draft.gap}
            onChange={(gap) => set({ gap })}
            maxLength={4}
          />
        </div>
      )}
      <Told error={error} text={fault === null ? null : say(`devices.fault.${fault}`)} />
      <DialogActions>
        {id === null ? null : (
          <Button
            tone="danger"
            isDisabled={isSaving}
            onPress={() => void save(null, () => ask('devices.removeScanner', id))}
          >
            {say('devices.remove')}
          </Button>
        )}
        <Button tone="primary" type="submit" isDisabled={isSaving}>
          {say('devices.save')}
        </Button>
      </DialogActions>
    </Form>
  )
}
