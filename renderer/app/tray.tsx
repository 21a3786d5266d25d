import { useOrders } from '#renderer/features/orders/index.ts'
import { useBenchOrder, useBenchState } from '#renderer/features/pack/index.ts'
import { useSettings } from '#renderer/features/settings/index.ts'
import { TrainingTray, type TrainingTrayProps } from '#renderer/features/training/index.ts'

const none = [] as const

/** The training tray with what it has to know of the other features. */
export const Tray = ({ boxTypes }: Pick<TrainingTrayProps, 'boxTypes'>) => {
  const order = useBenchOrder()
  const orders = useOrders((state) => state.orders) ?? none
  const step = useBenchState((state) => state.step) ?? 'packing'
  const isLocked = useBenchState((state) => state.locked) ?? false
  const isOpen = useSettings((state) => state.trayOpen)
  const change = useSettings((state) => state.change)
  return (
    <TrainingTray
      isOpen={isOpen}
      onToggle={(trayOpen) => change({ trayOpen })}
      order={order}
      orders={orders}
      step={step}
      isLocked={isLocked}
      boxTypes={boxTypes}
    />
  )
}
