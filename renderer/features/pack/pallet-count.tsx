import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { NameText } from '#renderer/ui/name-text.tsx'
import styles from './pallet-count.module.css'
import { useBench, useBenchState } from './store.ts'

/** The goods in hand and how many cartons with them stand on the pallet; null where that is not one SKU. */
const usePresentGoods = () => {
  const say = useSay()
  const sku = useBenchState((state) => state.pallet?.sku ?? null) ?? ''
  const line = useBench((mirror) => mirror.lines.get(sku) ?? null)
  const cartons = useBench((mirror) => mirror.progress.get(sku)?.onPallet ?? 0) ?? 0
  if (line === null) return null
  const name = localName(say.language, line.nameZh, line.nameEn)
  return { name, cartons: say('pallet.cartons', { count: cartons }) }
}

export interface PalletCountProps {
  /** `wash`: large, in the middle of the screen. */
  readonly place: 'list' | 'wash'
}

/** What stands on the pallet that cartons go on, in all and of the goods in hand; nothing before the first. */
export const PalletCount = ({ place }: PalletCountProps) => {
  const say = useSay()
  const pallet = useBenchState((state) => state.pallet)
  const goods = usePresentGoods()
  if (pallet === null) return null
  const { no, cartons: count } = pallet
  const counts = (
    <>
      <b className={styles['total']}>{say('pallet.count', { no, count })}</b>
      {goods === null ? null : (
        <span className={styles['goods']}>
          <span className={styles['name']}>
            <NameText name={goods.name} />
          </span>
          <b>{goods.cartons}</b>
        </span>
      )}
    </>
  )
  return place === 'wash' ? (
    <div className={styles['wash']}>{counts}</div>
  ) : (
    <section className={styles['list']} aria-label={say('pallet.label')}>
      {counts}
    </section>
  )
}
