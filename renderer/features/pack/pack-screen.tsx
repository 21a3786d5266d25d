import { type ReactNode, useState } from 'react'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { Centre, useCentre } from './centre.tsx'
import { CurrentCarton } from './current-carton.tsx'
import { LinesList } from './lines-list.tsx'
import { NextCard } from './next-card.tsx'
import { overStatus } from './order-over.ts'
import { PackDialogs } from './pack-dialogs.tsx'
import { PackFooter } from './pack-footer.tsx'
import styles from './pack-screen.module.css'
import { useBenchState } from './store.ts'
import { useFunctionKeys } from './use-function-keys.ts'

const OrderProgress = () => {
  const say = useSay()
  const packed = useBenchState((state) => state.packed) ?? 0
  const ordered = useBenchState((state) => state.ordered) ?? 0
  return (
    <span className={styles['progress']}>
      <span data-testid="order-progress">{`${packed}/${ordered}`}</span> {say('unit.pieces')}
    </span>
  )
}

const Middle = () => {
  const centre = useCentre()
  if (centre === null) return null
  return (
    <div className={styles['middle']}>
      <Centre centre={centre} />
      <NextCard centre={centre} />
    </div>
  )
}

export interface PackScreenProps {
  /** The cartons of the order, from their own feature. */
  readonly cartons: ReactNode
}

/** One screen for the whole loop: pack, weigh, mark, scan back. */
export const PackScreen = ({ cartons }: PackScreenProps) => {
  const say = useSay()
  const [tab, setTab] = useState<'lines' | 'cartons'>('lines')
  const isOver = useBenchState((state) => overStatus(state) !== null) ?? false
  useFunctionKeys()
  return (
    <div className={styles['screen']}>
      <main className={styles['main']}>
        <div className={styles['columns']}>
          <CurrentCarton />
          <Middle />
          <Card className={styles['order']}>
            <Tabs
              label={say('lines.tabs')}
              selected={tab}
              onSelect={setTab}
              aside={<OrderProgress />}
              tabs={[
                {
                  id: 'lines',
                  label: say(isOver ? 'lines.titleOver' : 'lines.title'),
                  panel: <LinesList />,
                },
                { id: 'cartons', label: say('cartons.title'), panel: cartons },
              ]}
            />
          </Card>
        </div>
      </main>
      <PackFooter />
      <PackDialogs />
    </div>
  )
}
