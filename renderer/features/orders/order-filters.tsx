import { transportModes } from '#shared/domain/order.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { ChoiceChips } from '#renderer/ui/choice-chips.tsx'
import { PickList } from '#renderer/ui/pick-list.tsx'
import { SearchBox } from '#renderer/ui/search-box.tsx'
import type { FilteredOrders } from './filter-orders.ts'
import styles from './orders-screen.module.css'
import { useOrders } from './store.ts'

const progressFilters = ['all', 'to-do', 'in-progress', 'done'] as const

export const OrderFilters = ({ counts }: { counts: FilteredOrders['counts'] }) => {
  const say = useSay()
  const filter = useOrders((state) => state.filter)
  const setFilter = useOrders((state) => state.setFilter)
  return (
    <div className={styles['filters']}>
      <SearchBox
        label={say('orders.search')}
        placeholder={say('orders.searchHint')}
        clearLabel={say('orders.searchClear')}
        value={filter.text}
        onChange={(text) => setFilter({ text })}
      />
      <ChoiceChips
        label={say('orders.filterProgress')}
        choices={progressFilters.map((id) => ({
          id,
          label: say(`orders.${id}`),
          count: counts[id],
        }))}
        chosen={filter.progress}
        onChoose={(progress) => setFilter({ progress })}
      />
      <PickList
        label={say('orders.filterMode')}
        choices={[
          { id: 'all', label: say('orders.allModes') },
          ...transportModes.map((id) => ({ id, label: say(`mode.${id}`) })),
        ]}
        chosen={filter.mode}
        onChoose={(mode) => setFilter({ mode })}
      />
    </div>
  )
}
