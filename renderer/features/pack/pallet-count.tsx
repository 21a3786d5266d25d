import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { NameText } from '#renderer/ui/name-text.tsx'
import styles from './pallet-count.module.css'
import { useBench, useBenchState } from './store.ts'

/** What stands on the pallet that the cartons go on, in all and of the goods in hand; nothing before the first. */
export const PalletCount = () => {
  const say = useSay()
  const pallet = useBenchState((state) => state.pallet)
  const sku = pallet?.sku ?? null
  const line = useBench((mirror) => (sku === null ? null : (mirror.lines.get(sku) ?? null)))
  const ofSku = useBench((mirror) => (sku === null ? 0 : mirror.progress.get(sku)?.onPallet)) ?? 0
  if (pallet === null) return null
  return (
    <section className={styles['pallet']} aria-label={say('pallet.label')}>
      <b className={styles['total']}>
        {say('pallet.count', { no: pallet.no, count: pallet.cartons })}
      </b>
      {line === null ? null : (
        <span className={styles['goods']}>
          <span className={styles['name']}>
            <NameText name={localName(say.language, line.nameZh, line.nameEn)} />
          </span>
          <b>{say('pallet.cartons', { count: ofSku })}</b>
        </span>
      )}
    </section>
  )
}
