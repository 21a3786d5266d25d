import { useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { useTraining } from './store.ts'
import styles from './training-tray.module.css'

/** What the virtual printer drew from the bytes it got; a press on a symbol scans what was read from it. */
export const PrinterTab = () => {
  const say = useSay()
  const { act } = useStation()
  const prints = useTraining((state) => state.prints)
  // By identity: a new label comes up by itself, one that is looked at stays.
  const [looked, setLooked] = useState<{ id: number; newest: number } | null>(null)
  const newest = prints[0]?.id
  const index =
    looked !== null && looked.newest === newest
      ? Math.max(
          0,
          prints.findIndex((print) => print.id === looked.id),
        )
      : 0
  const print = prints[index]
  if (print === undefined || newest === undefined) {
    return (
      <EmptyState
        icon="printer"
        title={say('training.noPrints')}
        hint={say('training.noPrintsHint')}
      />
    )
  }
  const look = (at: number): void => {
    const next = prints[at]
    if (next !== undefined) setLooked({ id: next.id, newest })
  }
  return (
    <div className={styles['scroll']}>
      <div className={styles['pager']}>
        <IconButton
          icon="back"
          label={say('training.newer')}
          isDisabled={index === 0}
          onPress={() => look(index - 1)}
        />
        {say('training.printNo', { no: index + 1, total: prints.length })}
        <IconButton
          icon="next"
          label={say('training.older')}
          isDisabled={index === prints.length - 1}
          onPress={() => look(index + 1)}
        />
      </div>
      <div className={styles['symbols']}>
        {print.symbols.map((symbol) => (
          <Button
            key={`${symbol.format} ${symbol.text}`}
            tone={symbol.format === 'qr' ? 'primary' : 'plain'}
            className={styles['symbol']}
            aria-label={say(`training.${symbol.format}`)}
            onPress={() => void act('bench.scan', symbol.text)}
          >
            <Icon name="scan" />
            <bdi>{say(`training.${symbol.format}`)}</bdi>
          </Button>
        ))}
      </div>
      <img
        className={styles['label']}
        src={`data:image/png;base64,${print.png}`}
        alt={say('training.labelAlt')}
        draggable={false}
      />
    </div>
  )
}
