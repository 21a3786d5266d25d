import type { DeviceFeedView } from '#shared/contract/device-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { Tag, type TagTone } from '#renderer/ui/tag.tsx'
import styles from './live.module.css'
import { symbologyOf } from './symbology.ts'

type ScanKind = DeviceFeedView['scans'][number]['kind']

const bad: ReadonlySet<ScanKind> = new Set(['garbage', 'broken-off', 'broken-mark'])
const toneOf = (kind: ScanKind): TagTone => (bad.has(kind) ? 'bad' : 'ok')

/** The dialog keeps its height while scans come. */
const mostShown = 4

export interface LiveScansProps {
  readonly feed: DeviceFeedView | null
  readonly onBeep: () => void
}

/** Scans of the scanner that is tested, and what each would be taken for. */
export const LiveScans = ({ feed, onBeep }: LiveScansProps) => {
  const say = useSay()
  const scans = (feed?.scans ?? []).slice(0, mostShown)
  return (
    <section className={styles['panel']}>
      <header className={styles['head']}>
        <h3>{say('devices.tests')}</h3>
        <Button onPress={onBeep}>
          <Icon name="sound" />
          {say('devices.beep')}
        </Button>
      </header>
      <p className={styles['quiet']}>{say('devices.testHint')}</p>
      {scans.length === 0 ? null : (
        <ul className={styles['scans']} aria-label={say('devices.tests')}>
          {scans.map(({ seq, text, kind }) => {
            const { name, data } = symbologyOf(text)
            return (
              <li key={seq}>
                {data === '' ? null : <bdi className={styles['scan']}>{data}</bdi>}
                {name === null ? null : <Tag tone="plain">{name}</Tag>}
                <Tag tone={toneOf(kind)}>{say(`devices.kind.${kind}`)}</Tag>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
