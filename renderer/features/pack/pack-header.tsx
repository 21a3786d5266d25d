import type { ReactNode } from 'react'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { dueSentence } from '#renderer/lib/moments.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import styles from './pack-header.module.css'
import { overStatus } from './order-over.ts'
import { useBenchOrder, useBenchState, useBenchStore } from './store.ts'

const Tags = ({ now }: { now: Date }): ReactNode => {
  const say = useSay()
  const order = useBenchOrder()
  if (order === null) return null
  const { summary, lines } = order
  const due = summary.dueAt === null ? null : dueSentence(summary.dueAt, now)
  const instructions = new Set(lines.flatMap((line) => line.battery?.packingInstruction ?? []))
  const special = summary.cargoClasses
    .filter((cargoClass) => cargoClass !== 'general')
    .map((cargoClass) =>
      cargoClass === 'battery' && instructions.size > 0
        ? `${say('cargo.battery')} ${[...instructions].toSorted().join('/')}`
        : say(`cargo.${cargoClass}`),
    )
  return (
    <div className={styles['tags']}>
      <Tag>
        <bdi>{summary.warehouseCode}</bdi>{' '}
        <bdi>{localName(say.language, summary.warehouseZh, summary.warehouseEn)}</bdi>
      </Tag>
      <Tag>
        {say(`mode.${summary.transportMode}`)} · {say(`duty.${summary.dutyTerms}`)}
      </Tag>
      {special.length === 0 ? null : <Tag tone="warn">{special.join(' · ')}</Tag>}
      {due === null ? null : (
        <Tag tone={due.tone === 'bad' ? 'bad' : 'plain'}>{say.sentence(due.sentence)}</Tag>
      )}
    </div>
  )
}

/** Whose order this is, which carton, and what is special about it. */
export const PackHeader = ({ now }: { now: Date }) => {
  const say = useSay()
  const { act } = useStation()
  const order = useBenchOrder()
  const cartonNo = useBenchState((state) => state.carton?.cartonNo ?? null)
  const openReport = useBenchStore((state) => state.openReport)
  const isOver = useBenchState((state) => overStatus(state) !== null)
  if (order === null || isOver === null) return null
  const { summary, plannedCartons } = order
  const carton =
    cartonNo === null
      ? plannedCartons === null
        ? null
        : say('header.planned', { planned: plannedCartons })
      : plannedCartons === null
        ? say('header.carton', { no: cartonNo })
        : say('header.cartonOf', { no: cartonNo, planned: plannedCartons })
  return (
    <>
      <IconButton
        icon="back"
        label={say('header.leave')}
        onPress={() => void act('bench.leave', undefined)}
      />
      <div className={styles['order']}>
        <h1>{summary.orderNo}</h1>
        <p>
          <bdi className={styles['seller']}>
            {localName(say.language, summary.sellerZh, summary.sellerEn)}
          </bdi>
          {carton === null ? null : <span>{carton}</span>}
        </p>
      </div>
      <Tags now={now} />
      <Button className={styles['report']} onPress={() => openReport(summary.orderNo)}>
        {say(isOver ? 'report.look' : 'report.open')}
      </Button>
    </>
  )
}
