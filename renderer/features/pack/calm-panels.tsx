import type { PackMode } from '#shared/domain/pack-session.ts'
import { centimetres, localName } from '#renderer/lib/format.ts'
import { type TextKey, useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { useNextBox } from './box-types.ts'
import styles from './calm-panels.module.css'
import { PalletCount } from './pallet-count.tsx'
import type { Centre } from './presentation.ts'
import { ruleWords } from './rule-words.ts'
import { useBenchOrder, useBenchState, useBenchStore } from './store.ts'

const beginTitle = {
  scan: 'begin.title',
  planned: 'begin.planned',
  'whole-case': 'begin.case',
} as const satisfies Record<PackMode, TextKey>

/** Nothing on the bench: the first scan begins a carton. */
export const BeginPanel = ({
  parked,
  mode,
  planned,
}: Pick<Extract<Centre, { kind: 'begin' }>, 'parked' | 'mode' | 'planned'>) => {
  const say = useSay()
  const box = useNextBox()
  const order = useBenchOrder()
  const rules = order === null ? [] : ruleWords(order.cartonRules)
  return (
    <section className={cx(styles['panel'], styles['quiet'])}>
      <Icon name="scan" className={styles['glyph']} weight={1.4} />
      <p className={styles['title']}>{say(beginTitle[mode])}</p>
      {box === null ? null : (
        <p className={styles['text']}>
          {say('begin.box', {
            name: localName(say.language, box.nameZh, box.nameEn),
            size: centimetres(box.size),
          })}
        </p>
      )}
      {rules.length === 0 ? null : (
        <p className={styles['text']}>
          {say('begin.rules', {
            rules: rules.map(say.sentence).join(say.language === 'en' ? ', ' : '，'),
          })}
        </p>
      )}
      {planned === null || planned.left === 0 ? null : (
        <p className={styles['text']}>{say('begin.plannedLeft', planned)}</p>
      )}
      {mode === 'planned' && planned !== null && planned.left === planned.total ? (
        <p className={styles['text']}>{say('begin.plannedPrint')}</p>
      ) : null}
      {parked === 0 ? null : (
        <p className={styles['text']}>{say('begin.parked', { count: parked })}</p>
      )}
      <PalletCount place="wash" />
    </section>
  )
}

/** Everything is in cartons, and some of them are off the bench. */
export const ParkedLeftPanel = ({ parked }: { parked: number }) => {
  const say = useSay()
  return (
    <section className={cx(styles['panel'], styles['quiet'])}>
      <Icon name="box" className={styles['glyph']} weight={1.4} />
      <p className={styles['title']}>{say('parkedLeft.title', { count: parked })}</p>
      <p className={styles['text']}>{say('parkedLeft.text')}</p>
    </section>
  )
}

/** A carton is open and nothing is being answered. */
export const GoOnPanel = ({ view }: { view: Extract<Centre, { kind: 'go-on' }> }) => {
  const say = useSay()
  const { carton, times, over } = view
  const planned = (carton.plan ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <section className={cx(styles['panel'], styles['quiet'])}>
      <p className={styles['caption']}>{times > 1 ? say('goOn.times') : say('goOn.caption')}</p>
      <p className={styles['figure']}>
        {times > 1 ? `×${times}` : carton.units}
        {times > 1 || planned === 0 ? null : <span className={styles['of']}>/{planned}</span>}
      </p>
      <p className={styles['title']}>
        {over !== null ? say('goOn.over') : times > 1 ? say('goOn.timesTitle') : say('goOn.title')}
      </p>
    </section>
  )
}

/** The carton is verified; the next one begins by itself. */
export const CompletePanel = ({ cartonNo, code }: { cartonNo: number; code: string }) => {
  const say = useSay()
  // Once a pallet was changed it is another one's.
  const palletNo = useBenchState(({ feedback, pallet }) =>
    feedback?.outcome === 'carton-verified' ? (pallet?.no ?? null) : null,
  )
  return (
    <section className={cx(styles['panel'], styles['done'])}>
      <Icon name="check" className={styles['glyph']} weight={2.6} />
      <p className={styles['title']}>{say('complete.title', { no: cartonNo })}</p>
      <PalletCount place="wash" />
      <p className={styles['text']}>
        <code>{code}</code>
      </p>
      <p className={styles['text']}>
        {palletNo === null
          ? say('outcome.carton-verified.do')
          : say('complete.onPallet', { no: palletNo })}
      </p>
    </section>
  )
}

/** What can be done with an order that needs no more packing. */
const WaysOn = ({ report }: { report: string }) => {
  const say = useSay()
  const { act } = useStation()
  const orderNo = useBenchState((state) => state.orderNo)
  const openReport = useBenchStore((state) => state.openReport)
  return (
    <div className={styles['ways']}>
      <Button size="large" tone="primary" onPress={() => openReport(orderNo)}>
        {report}
      </Button>
      <Button size="large" onPress={() => void act('bench.leave', undefined)}>
        {say('orderComplete.leave')}
      </Button>
    </div>
  )
}

/** The order takes nothing any more. */
export const OrderOverPanel = ({ view }: { view: Extract<Centre, { kind: 'order-over' }> }) => {
  const say = useSay()
  const { status, packed, ordered } = view
  return (
    <section className={cx(styles['panel'], styles['quiet'])}>
      <Icon name={status === 'cancelled' ? 'warning' : 'check'} className={styles['glyph']} />
      <p className={styles['title']}>{say(`over.${status}.title`)}</p>
      <p className={styles['text']}>
        {say('over.packed', { packed, ordered })}
        <br />
        {say(status === 'cancelled' && packed > 0 ? 'orderOver.takeApart' : `orderOver.${status}`)}
      </p>
      <WaysOn report={say('report.look')} />
    </section>
  )
}

/** Every unit of the order is packed. */
export const OrderCompletePanel = (
  props: Pick<Extract<Centre, { kind: 'order-complete' }>, 'ordered' | 'short' | 'cartonNo'>,
) => {
  const say = useSay()
  const packed = useBenchState((state) => state.packed) ?? props.ordered
  return (
    <section className={cx(styles['panel'], styles['done'])}>
      <Icon name="check" className={styles['glyph']} weight={2.6} />
      <p className={styles['title']}>
        {say(props.short === 0 ? 'orderComplete.title' : 'orderComplete.titleShort')}
      </p>
      <p className={styles['figure']}>
        {packed}/{props.ordered}
      </p>
      <p className={styles['text']}>
        {props.cartonNo === null
          ? say('orderComplete.text')
          : say('orderComplete.textCarton', { no: props.cartonNo })}
      </p>
      {props.short === 0 ? null : (
        <p className={styles['text']}>{say('orderComplete.short', { count: props.short })}</p>
      )}
      <WaysOn report={say('report.open')} />
    </section>
  )
}
