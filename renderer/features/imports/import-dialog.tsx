import { useState } from 'react'
import { sheetKinds, type SheetKind } from '#shared/domain/sheet-kind.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { FaultList } from './fault-list.tsx'
import styles from './import-dialog.module.css'
import { OrderPreview } from './order-preview.tsx'
import { useImport } from './use-import.ts'

/** Orders and packing lists from a file: everything wrong is shown at once, and what will come before it is asked for. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const [kind, setKind] = useState<SheetKind>('orders')
  const { preview, problem, kept, isBusy, forget, choose, keepTemplate, confirm } =
    useImport(onClose)
  const isGood = preview !== null && preview.faultCount === 0
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('imports.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <ChoiceChips
        label={say('imports.kind')}
        choices={sheetKinds.map((id) => ({ id, label: say(`imports.kind.${id}`) }))}
        chosen={kind}
        onChoose={(next) => {
          setKind(next)
          forget()
        }}
      />
      <p className={styles['about']}>{say(`imports.about.${kind}`)}</p>
      <div className={styles['ways']}>
        <Button
          tone={isGood ? 'plain' : 'primary'}
          isDisabled={isBusy}
          onPress={() => void choose(kind)}
        >
          {say(preview === null ? 'imports.choose' : 'imports.chooseOther')}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void keepTemplate(kind, say.language)}>
          {say('imports.template')}
        </Button>
        <output className={styles['said']}>
          {isBusy
            ? say('imports.checking')
            : kept === null
              ? null
              : say('imports.kept', { file: kept })}
        </output>
      </div>
      {problem === null ? null : (
        <p role="alert" className={styles['bad']}>
          {say.sentence(errorSentence(problem))} <bdi>{errorFacts(say, problem)}</bdi>
        </p>
      )}
      {preview === null ? null : isGood ? (
        <OrderPreview preview={preview} />
      ) : (
        <FaultList preview={preview} />
      )}
      <DialogActions>
        <Button onPress={onClose}>{say('dialog.back')}</Button>
        {isGood ? (
          <Button tone="primary" isDisabled={isBusy} onPress={() => void confirm(preview.id)}>
            {say('imports.confirm')}
          </Button>
        ) : null}
      </DialogActions>
    </Dialog>
  )
}
