import { memo } from 'react'
import type { BenchLine, BenchOrder, BoxTypeView, OrderSummary } from '#shared/contract/views.ts'
import { commandText } from '#shared/domain/command-code.ts'
import { centimetres, localName, shortCode } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { NameText } from '#renderer/ui/name-text.tsx'
import { TileButton } from '#renderer/ui/tile-button.tsx'
import styles from './training-tray.module.css'

/** Orders and products offered at once: the tray is for practice, not for search. */
const most = 60

const useScan = (): ((text: string) => void) => {
  const { act } = useStation()
  return (text) => void act('bench.scan', text)
}

const Orders = ({ orders }: { orders: readonly OrderSummary[] }) => {
  const say = useSay()
  const scan = useScan()
  return (
    <section className={styles['group']}>
      <h3>{say('training.orders')}</h3>
      {orders.slice(0, most).map((order) => (
        <TileButton
          key={order.orderNo}
          className={styles['goods']}
          onPress={() => scan(order.orderNo)}
        >
          <b>{order.orderNo}</b>
          <NameText tells="start" name={localName(say.language, order.sellerZh, order.sellerEn)} />
        </TileButton>
      ))}
    </section>
  )
}

const Product = memo(({ line }: { line: BenchLine }) => {
  const say = useSay()
  const scan = useScan()
  const name = localName(say.language, line.nameZh, line.nameEn)
  const { caseBarcode } = line
  return (
    <div className={styles['product']}>
      <TileButton className={styles['goods']} onPress={() => scan(line.barcode)}>
        <b>
          <NameText name={name} />
        </b>
        <span>
          <bdi>{line.sku}</bdi>
        </span>
      </TileButton>
      {caseBarcode === undefined ? null : (
        <Button
          className={styles['case']}
          aria-label={`${name} ${say('training.case', { units: caseBarcode.units })}`}
          onPress={() => scan(caseBarcode.value)}
        >
          {say('training.case', { units: caseBarcode.units })}
        </Button>
      )}
    </div>
  )
})
Product.displayName = 'Product'

const Commands = ({
  isLocked,
  boxTypes,
}: {
  isLocked: boolean
  boxTypes: readonly BoxTypeView[]
}) => {
  const say = useSay()
  const scan = useScan()
  return (
    <section className={styles['group']}>
      <h3>{say('training.commands')}</h3>
      <div className={styles['commands']}>
        <Button
          tone={isLocked ? 'confirm' : 'plain'}
          onPress={() => scan(commandText({ name: 'acknowledge' }))}
        >
          {say('keys.acknowledge')}
        </Button>
        <Button onPress={() => scan(commandText({ name: 'done' }))}>{say('keys.done')}</Button>
        <Button onPress={() => scan(commandText({ name: 'undo' }))}>{say('keys.undo')}</Button>
        <Button onPress={() => scan(commandText({ name: 'reprint' }))}>
          {say('keys.reprint')}
        </Button>
        <Button onPress={() => scan(commandText({ name: 'recount' }))}>
          {say('recount.title')}
        </Button>
        <Button onPress={() => scan(commandText({ name: 'pallet' }))}>{say('pallet.next')}</Button>
        <Button onPress={() => scan(commandText({ name: 'find' }))}>{say('lookup.title')}</Button>
        {[5, 10].map((factor) => (
          <Button key={factor} onPress={() => scan(commandText({ name: 'times', factor }))}>
            ×{factor}
          </Button>
        ))}
        {boxTypes.slice(0, 4).map((boxType) => (
          <Button
            key={boxType.id}
            aria-label={`${localName(say.language, boxType.nameZh, boxType.nameEn)} ${centimetres(boxType.size)}`}
            onPress={() => scan(commandText({ name: 'box', boxType: boxType.id }))}
          >
            {centimetres(boxType.size)}
          </Button>
        ))}
      </div>
    </section>
  )
}

const Wrong = ({ strangers }: { strangers: NonNullable<BenchOrder['strangers']> }) => {
  const say = useSay()
  const scan = useScan()
  return (
    <section className={styles['group']}>
      <h3>{say('training.wrong')}</h3>
      {strangers.map((goods) => (
        <TileButton
          key={goods.barcode}
          className={`${styles['goods'] ?? ''} ${styles['wrong'] ?? ''}`}
          onPress={() => scan(goods.barcode)}
        >
          <b>
            <NameText name={localName(say.language, goods.nameZh, goods.nameEn)} />
          </b>
          <span>
            <bdi>{shortCode(goods.barcode)}</bdi>
          </span>
        </TileButton>
      ))}
      <Button onPress={() => scan('0000000000000')}>{say('training.unknown')}</Button>
    </section>
  )
}

export interface ScannerTabProps {
  readonly order: BenchOrder | null
  readonly orders: readonly OrderSummary[]
  readonly isLocked: boolean
  readonly boxTypes: readonly BoxTypeView[]
}

/** A scanner made of buttons: the same path as a real scan. */
export const ScannerTab = ({ order, orders, isLocked, boxTypes }: ScannerTabProps) => {
  const say = useSay()
  if (order === null) {
    return (
      <div className={styles['scroll']}>
        <p className={styles['hint']}>{say('training.scanOrder')}</p>
        <Orders orders={orders} />
      </div>
    )
  }
  return (
    <div className={styles['scroll']}>
      <Commands isLocked={isLocked} boxTypes={boxTypes} />
      <section className={styles['group']}>
        <h3>{say('training.goods')}</h3>
        {order.lines.slice(0, most).map((line) => (
          <Product key={line.sku} line={line} />
        ))}
      </section>
      <Wrong strangers={order.strangers ?? []} />
    </div>
  )
}
