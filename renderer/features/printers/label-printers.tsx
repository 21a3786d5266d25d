import type { PrinterSetupView } from '#shared/contract/printer-views.ts'
import { sideLabelKinds } from '#shared/domain/printer-config.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { PickList } from '#renderer/ui/pick-list.tsx'
import styles from './label-printers.module.css'

const marksPrinter = ''

/** Which printer prints which kind of label. */
export const LabelPrinters = ({ setup }: { setup: PrinterSetupView }) => {
  const say = useSay()
  const { act } = useStation()
  if (setup.printers.length < 2) return null
  const choices = [
    { id: marksPrinter, label: say('printers.asMarks') },
    ...setup.printers.map(({ id, name }) => ({ id, label: name })),
  ]
  return (
    <section className={styles['kinds']}>
      <h3>{say('printers.kindsTitle')}</h3>
      {sideLabelKinds.map((kind) => (
        <div key={kind} className={styles['kind']}>
          <span>{say(`printers.kind.${kind}`)}</span>
          <PickList
            label={say(`printers.kind.${kind}`)}
            choices={choices}
            chosen={setup.labelPrinters[kind] ?? marksPrinter}
            onChoose={(id) =>
              void act('printers.use', { kind, id: id === marksPrinter ? null : id })
            }
          />
        </div>
      ))}
    </section>
  )
}
