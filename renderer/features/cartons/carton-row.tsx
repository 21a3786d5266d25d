import { useId, useState } from 'react'
import type { CartonRow as CartonRowView } from '#shared/contract/views.ts'
import { clockTime, kilograms } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { markFaces, type MarkTrouble, markTrouble } from '#renderer/lib/print-state.ts'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { Tag, type TagTone } from '#renderer/ui/tag.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import type { CartonDeed } from './carton-question.tsx'
import styles from './carton-row.module.css'

const tones = {
  open: 'brand',
  parked: 'warn',
  sealed: 'warn',
  marked: 'warn',
  verified: 'ok',
  voided: 'plain',
} as const satisfies Record<CartonRowView['state'], TagTone>

export type RowDeed = CartonDeed | 'recount' | 'ledger' | 'page'

/** What may be done with a carton in this state. */
const deedsFor = (row: CartonRowView, isOnBench: boolean): readonly RowDeed[] => {
  switch (row.state) {
    case 'voided':
      return ['page', 'ledger']
    case 'open':
    case 'parked':
      return ['page', 'void']
    case 'sealed':
      return isOnBench
        ? ['page', 'ledger', 'reopen', 'void']
        : ['page', 'ledger', 'recount', 'reopen', 'void']
    case 'marked':
    case 'verified':
      return isOnBench
        ? ['page', 'ledger', 'reopen', 'void']
        : ['page', 'copy', 'ledger', 'recount', 'reopen', 'void']
  }
}

const icons = {
  copy: 'copy',
  ledger: 'printer',
  page: 'search',
  recount: 'scan',
  reopen: 'reopen',
  void: 'trash',
} as const

/** What is wrong with a carton's labels, when a hand is needed. */
const troubleOf = (row: CartonRowView): MarkTrouble | null =>
  markTrouble(markFaces(row.labels, row.markRevision))

export interface CartonRowProps {
  readonly row: CartonRowView
  readonly isOnBench: boolean
  readonly onDeed: (deed: RowDeed) => void
}

export const CartonRow = ({ row, isOnBench, onDeed }: CartonRowProps) => {
  const say = useSay()
  const panel = useId()
  const [isOpen, setOpen] = useState(false)
  const trouble = troubleOf(row)
  const facts = [
    say('cartons.units', { count: row.units }),
    row.gross === null ? null : `${kilograms(row.gross)} kg`,
    row.sealedAt === null ? null : clockTime(row.sealedAt),
  ].filter((fact) => fact !== null)
  const deeds = deedsFor(row, isOnBench)
  return (
    <li className={cx(styles['item'], row.state === 'voided' && styles['voided'])}>
      <TileButton
        className={styles['row']}
        onPress={() => setOpen(!isOpen)}
        isDisabled={deeds.length === 0}
        isExpanded={isOpen}
        controls={panel}
      >
        <span className={styles['pair']}>
          <b className={styles['no']}>{say('carton.numbered', { no: row.cartonNo })}</b>
          {isOnBench ? <Tag tone="brand">{say('cartons.onBench')}</Tag> : null}
          {row.palletNo === null ? null : (
            <Tag tone="plain">{say('cartons.pallet', { no: row.palletNo })}</Tag>
          )}
          <Tag tone={tones[row.state]}>{say(`cartonState.${row.state}`)}</Tag>
        </span>
        <span className={styles['pair']}>
          <code>{row.code}</code>
          {trouble === null ? null : (
            <span className={styles['trouble']}>
              <Icon name="warning" weight={2.4} /> {say(`print.${trouble}`)}
            </span>
          )}
        </span>
        <span className={styles['pair']}>
          <span>{facts.join(' · ')}</span>
          <span>
            <Icon name={row.uploaded ? 'cloud' : 'clock'} />{' '}
            {say(row.uploaded ? 'cartons.uploaded' : 'cartons.waiting')}
          </span>
        </span>
      </TileButton>
      {isOpen && deeds.length > 0 ? (
        <div id={panel} className={styles['deeds']}>
          {deeds.map((deed) => (
            <Button key={deed} onPress={() => onDeed(deed)}>
              <Icon name={icons[deed]} />
              {say(`cartons.${deed}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  )
}
