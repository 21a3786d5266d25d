import type { ImportPreview } from '#shared/contract/import-views.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { WindowList } from '#renderer/ui/window-list.tsx'
import styles from './import-dialog.module.css'

type Order = ImportPreview['orders'][number]

const sumOf = (orders: readonly Order[], of: (order: Order) => number): number =>
  orders.reduce((sum, order) => sum + of(order), 0)

/** What will come, before anybody agrees to it. */
export const OrderPreview = ({ preview }: { preview: ImportPreview }) => {
  const say = useSay()
  const { orders, kind, file } = preview
  const all = {
    orders: orders.length,
    lines: sumOf(orders, ({ lines }) => lines),
    units: sumOf(orders, ({ units }) => units),
    cartons: sumOf(orders, ({ cartons }) => cartons),
  }
  return (
    <>
      <output className={styles['good']}>
        <Icon name="check" weight={3} />
        <span>
          <b>{say(`imports.comes.${kind}`, all)}</b>
          <small>
            <bdi>{file}</bdi> · {say('imports.good')}
          </small>
        </span>
      </output>
      <div className={styles['list']}>
        <WindowList
          label={say('imports.list')}
          items={orders}
          rowRem={3}
          keyOf={({ orderNo }) => orderNo}
          render={(order) => (
            <div className={styles['order']}>
              <b>{order.orderNo}</b>
              <span>{say(`imports.order.${kind}`, order)}</span>
            </div>
          )}
        />
      </div>
    </>
  )
}
