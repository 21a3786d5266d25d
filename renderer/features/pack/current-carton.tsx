import { useDeferredValue } from 'react'
import { centimetres } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { markFaces, worstState } from '#renderer/lib/print-state.ts'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import { cartonRows } from './carton-rows.ts'
import { ContentRow } from './content-row.tsx'
import styles from './current-carton.module.css'
import { takesGoods } from './order-over.ts'
import { useBenchOrder, useBenchState } from './store.ts'
import { useNextBox } from './box-types.ts'
import { WeightBlock } from './weight-block.tsx'

const CartonIdentity = () => {
  const say = useSay()
  const carton = useBenchState((state) => state.carton)
  // Its place is kept, so that the list under it need not be measured again when a carton opens.
  if (carton === null) return <div className={styles['identity']} />
  const printing = worstState(markFaces(carton.labels, carton.markRevision))
  return (
    <div className={styles['identity']}>
      <code className={styles['code']} data-testid="carton-code">
        {carton.code}
      </code>
      {carton.revision > 1 ? (
        <Tag tone="warn">{say('carton.revision', { revision: carton.revision })}</Tag>
      ) : null}
      {printing === null ? null : (
        <span data-testid="print-state" data-state={printing}>
          <Tag tone={printing === 'failed' ? 'bad' : printing === 'uncertain' ? 'warn' : 'plain'}>
            {say(`print.${printing}`)}
          </Tag>
        </span>
      )}
    </div>
  )
}

/** The left card: the carton on the bench, what is in it and what it weighs. */
export const CurrentCarton = () => {
  const say = useSay()
  const carton = useBenchState((state) => state.carton)
  const nextBox = useNextBox()
  const maxUnits = useBenchOrder()?.cartonRules.maxUnits ?? null
  const size = carton?.measured ?? carton?.boxType.size ?? nextBox?.size
  const isMeasured = carton?.measured != null
  // The answer to the scan that opens a carton comes first, and the rows of what its list wants behind it.
  const code = carton?.code ?? null
  const isOpened = useDeferredValue(code) === code
  const rows = carton === null || !isOpened ? [] : cartonRows(carton)
  const canBegin = useBenchState((state) => state.carton !== null || takesGoods(state)) ?? true
  const isPlanned = useBenchState((state) => state.mode === 'planned') ?? false
  const current = useBenchState((state) => state.feedback?.sku ?? null)
  return (
    <Card label={say('carton.title')} className={styles['card']}>
      <header className={styles['head']}>
        <h2>
          {carton === null ? say('carton.title') : say('carton.numbered', { no: carton.cartonNo })}
        </h2>
        <span>
          {size === undefined ? null : `${centimetres(size)} cm`}
          {isMeasured ? ` ${say('carton.measured')}` : null}
          {size === undefined ? null : ' · '}
          <span data-testid="carton-units">{carton?.units ?? 0}</span>
          {maxUnits === null ? null : `/${maxUnits}`} {say('unit.pieces')}
        </span>
      </header>
      <CartonIdentity />
      <WindowList
        label={say('carton.contents')}
        items={rows}
        rowRem={5}
        keyOf={(row) => row.sku}
        render={(row) => <ContentRow {...row} />}
        inSight={rows.findIndex((row) => row.sku === current)}
        className={rows.length === 0 ? undefined : styles['contents']}
        whenEmpty={
          <EmptyState
            icon="box"
            title={say(canBegin ? 'carton.empty' : 'carton.none')}
            {...(canBegin
              ? { hint: say(isPlanned ? 'next.plannedMark' : 'carton.emptyHint') }
              : {})}
          />
        }
      />
      <WeightBlock />
    </Card>
  )
}
