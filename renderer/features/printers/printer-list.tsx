import type { PrinterSetupView } from '#shared/contract/printer-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import styles from './printer-list.module.css'

export interface PrinterListProps {
  readonly setup: PrinterSetupView
  /** null: a new one is being added. */
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

export const PrinterList = ({ setup, chosen, onChoose }: PrinterListProps) => {
  const say = useSay()
  return (
    <>
      <ul className={styles['list']} aria-label={say('printers.title')}>
        {setup.printers.map(({ id, name, address, language, dpi, media }) => (
          <li key={id}>
            <TileButton isChosen={id === chosen} onPress={() => onChoose(id)}>
              <b>
                <NameText name={name} tells="start" />
                {id === setup.defaultPrinter ? <Tag>{say('printers.forMarksTag')}</Tag> : null}
              </b>
              <small>
                {`${language.toUpperCase()} · ${dpi} dpi · ${say(`printers.media.${media}`)}`}
              </small>
              <small>
                <NameText name={address} />
              </small>
            </TileButton>
          </li>
        ))}
      </ul>
      <Button tone={chosen === null ? 'primary' : 'plain'} onPress={() => onChoose(null)}>
        {say('printers.add')}
      </Button>
    </>
  )
}
