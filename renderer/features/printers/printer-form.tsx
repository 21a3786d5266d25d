import { type FormEvent, useState } from 'react'
import type { PrinterSetupView } from '#shared/contract/printer-views.ts'
import { labelMedia } from '#shared/domain/label-media.ts'
import { printerDpis, printerLanguages } from '#shared/domain/printer-config.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { DialogActions } from '#renderer/ui/dialog.tsx'
import { Form } from '#renderer/ui/form.tsx'
import { PickList } from '#renderer/ui/pick-list.tsx'
import { TextBox } from '#renderer/ui/text-box.tsx'
import { draftOf, type PrinterDraft, readDraft } from './draft.ts'
import styles from './printer-form.module.css'
import { RulerPanel } from './ruler-panel.tsx'

export interface PrinterFormProps {
  readonly setup: PrinterSetupView
  /** null: a new printer. */
  readonly id: string | null
}

type Doing = 'detecting' | 'printing' | 'saving'
type Told =
  | { readonly kind: 'error'; readonly error: ErrorShape }
  | { readonly kind: 'field'; readonly field: Parameters<typeof fieldKey>[0] }
  | { readonly kind: 'detected'; readonly language: PrinterDraft['language'] | null }

const fieldKey = (field: 'name' | 'address' | 'offsetX' | 'offsetY' | 'speed' | 'darkness') =>
  `printers.fault.${field}` as const

const isVirtual = (address: string): boolean => address.trim() === 'virtual'

/** One printer: its address, what it speaks, what it is loaded with, and how its ruler label came out. */
export const PrinterForm = ({ setup, id }: PrinterFormProps) => {
  const say = useSay()
  const { ask } = useStation()
  const [draft, setDraft] = useState(() => draftOf(setup, id))
  const [doing, setDoing] = useState<Doing | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const set = (change: Partial<PrinterDraft>): void => {
    setTold(null)
    setDraft((before) => ({ ...before, ...change }))
  }
  const isMarksPrinter = id !== null && setup.defaultPrinter === id

  /** Does something with the printer as it stands in the form. */
  const withPrinter = async (
    what: Doing,
    work: (
      printer: Extract<ReturnType<typeof readDraft>, { ok: true }>['printer'],
    ) => Promise<{ ok: true } | { ok: false; error: ErrorShape }>,
  ): Promise<void> => {
    if (doing !== null) return
    const read = readDraft(setup, draft)
    if (!read.ok) {
      setTold({ kind: 'field', field: read.field })
      return
    }
    setDoing(what)
    setTold(null)
    const answer = await work(read.printer)
    setDoing(null)
    if (!answer.ok) setTold({ kind: 'error', error: answer.error })
  }

  const detect = async (): Promise<void> => {
    setDoing('detecting')
    const answer = await ask('printers.detect', draft.address.trim())
    setDoing(null)
    if (!answer.ok) setTold({ kind: 'error', error: answer.error })
    else {
      const language = answer.value
      if (language !== null) setDraft((before) => ({ ...before, language }))
      setTold({ kind: 'detected', language })
    }
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    void withPrinter('saving', (printer) =>
      ask('printers.save', { printer, forMarks: draft.forMarks }),
    )
  }
  const remove = async (): Promise<void> => {
    if (id === null || doing !== null) return
    setDoing('saving')
    const answer = await ask('printers.remove', id)
    setDoing(null)
    if (!answer.ok) setTold({ kind: 'error', error: answer.error })
  }

  return (
    <Form onSubmit={save}>
      <div className={styles['pair']}>
        <TextBox
          label={say('printers.name')}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={100}
        />
        <div className={styles['address']}>
          <TextBox
            label={say('printers.address')}
            value={draft.address}
            onChange={(address) => set({ address })}
            maxLength={500}
          />
          <Button isDisabled={doing !== null} onPress={() => void detect()}>
            {say(doing === 'detecting' ? 'printers.detecting' : 'printers.detect')}
          </Button>
        </div>
      </div>
      <p className={styles['hint']}>{say('printers.addressHint')}</p>
      <div className={styles['three']}>
        <div className={styles['field']}>
          <span>{say('printers.language')}</span>
          <ChoiceChips
            label={say('printers.language')}
            choices={printerLanguages.map((each) => ({
              id: each,
              label: say(`printers.language.${each}`),
            }))}
            chosen={draft.language}
            onChoose={(language) => set({ language })}
          />
        </div>
        <div className={styles['field']}>
          <span>{say('printers.dpi')}</span>
          <ChoiceChips
            label={say('printers.dpi')}
            choices={printerDpis.map((each) => ({ id: `${each}` as const, label: `${each}` }))}
            chosen={`${draft.dpi}`}
            onChoose={(dpi) => set({ dpi: dpi === '300' ? 300 : 203 })}
          />
        </div>
        <div className={styles['field']}>
          <span>{say('printers.media')}</span>
          <PickList
            label={say('printers.media')}
            choices={labelMedia.map((each) => ({ id: each, label: say(`printers.media.${each}`) }))}
            chosen={draft.media}
            onChoose={(media) => set({ media })}
          />
        </div>
      </div>
      {isVirtual(draft.address) ? null : (
        <div className={styles['four']}>
          <TextBox
            label={say('printers.offsetX')}
            value={draft.offsetX}
            onChange={(offsetX) => set({ offsetX })}
            maxLength={5}
          />
          <TextBox
            label={say('printers.offsetY')}
            value={draft.offsetY}
            onChange={(offsetY) => set({ offsetY })}
            maxLength={5}
          />
          {draft.language === 'escpos' ? null : (
            <>
              <TextBox
                label={say('printers.darkness')}
                value={draft.darkness}
                onChange={(darkness) => set({ darkness })}
                maxLength={4}
              />
              <TextBox
                label={say('printers.speed')}
                value={draft.speed}
                onChange={(speed) => set({ speed })}
                maxLength={4}
              />
            </>
          )}
        </div>
      )}
      <ChoiceChips
        label={say('printers.use')}
        choices={[
          { id: 'marks', label: say('printers.forMarks') },
          ...(isMarksPrinter ? [] : [{ id: 'other' as const, label: say('printers.notForMarks') }]),
        ]}
        chosen={draft.forMarks ? 'marks' : 'other'}
        onChoose={(use) => set({ forMarks: use === 'marks' })}
      />
      <RulerPanel
        dpi={draft.dpi}
        isPrinting={doing === 'printing'}
        onPrint={() => void withPrinter('printing', (printer) => ask('printers.ruler', printer))}
      />
      <output className={styles['told']} data-tone={told?.kind === 'detected' ? 'calm' : 'bad'}>
        {told?.kind === 'error'
          ? `${say.sentence(errorSentence(told.error))} ${errorFacts(say, told.error)}`
          : told?.kind === 'field'
            ? say(fieldKey(told.field))
            : told?.kind === 'detected'
              ? told.language === null
                ? say('printers.silent')
                : say('printers.detected', { language: say(`printers.language.${told.language}`) })
              : null}
      </output>
      <DialogActions>
        {id === null || isMarksPrinter ? null : (
          <Button tone="danger" isDisabled={doing !== null} onPress={() => void remove()}>
            {say('printers.remove')}
          </Button>
        )}
        <Button tone="primary" type="submit" isDisabled={doing !== null}>
          {say('printers.save')}
        </Button>
      </DialogActions>
    </Form>
  )
}
