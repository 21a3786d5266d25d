import { useState } from 'react'
import type { PrinterSetupView } from '#shared/contract/printer-views.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LabelPrinters } from './label-printers.tsx'
import { PrinterForm } from './printer-form.tsx'
import { PrinterList } from './printer-list.tsx'
import styles from './printers-dialog.module.css'
import { usePrinters } from './store.ts'

const Setup = ({ setup }: { setup: PrinterSetupView }) => {
  const [chosen, setChosen] = useState<string | null>(setup.defaultPrinter)
  return (
    <div className={styles['columns']}>
      <div className={styles['list']}>
        <PrinterList setup={setup} chosen={chosen} onChoose={setChosen} />
        <LabelPrinters setup={setup} />
      </div>
      <PrinterForm key={chosen ?? ''} setup={setup} id={chosen} />
    </div>
  )
}

/** The printers of this station: where they are, what they speak, how they are set. */
export const PrintersDialog = () => {
  const say = useSay()
  const isOpen = usePrinters((state) => state.isOpen)
  const close = usePrinters((state) => state.close)
  const setup = usePrinters((state) => state.setup)
  const problem = usePrinters((state) => state.problem)
  return (
    <Dialog
      isOpen={isOpen}
      size="wide"
      title={say('printers.title')}
      closeLabel={say('dialog.back')}
      onClose={close}
    >
      {setup !== null ? (
        <Setup setup={setup} />
      ) : problem !== null ? (
        <EmptyState
          icon="warning"
          tone="bad"
          title={say('printers.failed')}
          hint={say.sentence(errorSentence(problem))}
        />
      ) : (
        <EmptyState icon="printer" title={say('printers.reading')} />
      )}
    </Dialog>
  )
}
