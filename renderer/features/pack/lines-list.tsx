import { useSay } from '#renderer/lib/i18n/index.ts'
import { WindowList } from '#renderer/ui/window-list.tsx'
import { LineRow } from './line-row.tsx'
import { PalletCount } from './pallet-count.tsx'
import { useBenchState } from './store.ts'
import { useOpenLines } from './use-open-lines.ts'

/** 待装商品: the pallet, and every line of the order, the one just scanned kept in sight. */
export const LinesList = () => {
  const say = useSay()
  const lines = useOpenLines()
  const current = useBenchState((state) => state.feedback?.sku ?? null)
  return (
    <>
      <PalletCount place="list" />
      <WindowList
        label={say('lines.title')}
        items={lines}
        rowRem={5.9}
        keyOf={(line) => line.sku}
        render={(line) => <LineRow line={line} />}
        inSight={current === null ? -1 : lines.findIndex((line) => line.sku === current)}
      />
    </>
  )
}
