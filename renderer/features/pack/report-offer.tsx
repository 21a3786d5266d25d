import { useSay } from '#renderer/lib/i18n/index.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useBenchStore } from './store.ts'

/** From the refusal of an order that is over to what became of it. */
export const ReportOffer = ({ orderNo }: { orderNo: string }) => {
  const say = useSay()
  const openReport = useBenchStore((state) => state.openReport)
  return <Button onPress={() => openReport(orderNo)}>{say('report.look')}</Button>
}
