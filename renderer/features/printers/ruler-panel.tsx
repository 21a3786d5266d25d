import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import styles from './ruler-panel.module.css'
import { usePrinters } from './store.ts'

export interface RulerPanelProps {
  /** Of the printer in the form: tells how wide a dot is. */
  readonly dpi: number
  readonly isPrinting: boolean
  readonly onPrint: () => void
}

const Code = ({ words, isRead }: { words: string; isRead: boolean }) => (
  <li className={cx(styles['code'], isRead && styles['read'])}>
    <Icon name={isRead ? 'check' : 'scan'} weight={isRead ? 3 : 2} />
    {words}
  </li>
)

/** The ruler label: printed, measured, and its codes scanned; what cannot be read is cut off or too pale. */
export const RulerPanel = ({ dpi, isPrinting, onPrint }: RulerPanelProps) => {
  const say = useSay()
  const ruler = usePrinters((state) => state.ruler)
  const isProved =
    ruler !== null && ruler.settings === 'read' && ruler.places.every(({ isRead }) => isRead)
  return (
    <section className={styles['panel']}>
      <header className={styles['head']}>
        <h3>{say('ruler.title')}</h3>
        <Button isDisabled={isPrinting} onPress={onPrint}>
          {say(isPrinting ? 'ruler.printing' : ruler === null ? 'ruler.print' : 'ruler.again')}
        </Button>
      </header>
      {ruler === null ? (
        <p className={styles['text']}>{say('ruler.hint')}</p>
      ) : (
        <>
          <p className={cx(styles['text'], isProved && styles['proved'])}>
            {say(
              isProved
                ? 'ruler.proved'
                : ruler.settings === 'differs'
                  ? 'ruler.differs'
                  : 'ruler.scan',
            )}
          </p>
          <ul className={styles['codes']}>
            {ruler.places.map(({ place, isRead }) => (
              <Code key={place} words={say(`ruler.place.${place}`)} isRead={isRead} />
            ))}
            <Code words={say('ruler.settings')} isRead={ruler.settings === 'read'} />
            {ruler.finest === null ? null : (
              <Code
                words={say('ruler.finest', { mm: ((ruler.finest * 25.4) / dpi).toFixed(2) })}
                isRead
              />
            )}
          </ul>
        </>
      )}
    </section>
  )
}
