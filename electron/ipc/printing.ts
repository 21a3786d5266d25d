import type { OrderNo } from '#shared/domain/order.ts'
import type { PrinterView, PrintJobView } from '#shared/contract/printing-views.ts'
import type { PlannedMarks } from '#electron/packing/index.ts'
import type { ListedJob, Printing } from '#electron/printing/index.ts'
import { cartonCodeOf } from './carton-code-of.ts'
import type { RequestHandlers } from './register.ts'

type PrintingRequest = Extract<keyof RequestHandlers, `printing.${string}`>

interface PrintingHandlerParts {
  readonly printing: Pick<Printing, 'queue' | 'hold' | 'resume' | 'withdraw' | 'again' | 'ledger'>
  readonly printers: () => PrinterView[]
  readonly planned: Pick<PlannedMarks, 'list' | 'print'>
}

const jobView = (job: ListedJob): PrintJobView => ({
  jobId: job.jobId,
  side: job.side,
  page: job.page,
  copy: job.copy,
  revision: job.revision,
  orderNo: job.orderNo,
  cartonNo: job.cartonNo,
  cartonCode: job.cartonCode,
  printerId: job.printerId,
  state: job.state,
  problem: job.problem,
  age: job.age,
  reason: job.reason,
  withdrawnReason: job.withdrawnReason,
  createdAt: job.createdAt,
  changedAt: job.changedAt,
})

export const printingHandlers = ({
  printing,
  printers,
  planned,
}: PrintingHandlerParts): Pick<RequestHandlers, PrintingRequest> => ({
  'printing.queue': () => ({ printers: printers(), jobs: printing.queue().map(jobView) }),
  'printing.hold': ({ printerId, reason }) => printing.hold(printerId, reason),
  'printing.resume': printing.resume,
  'printing.withdraw': ({ jobIds, reason }) => printing.withdraw(jobIds, reason),
  'printing.again': ({ jobId, reason }) => {
    printing.again(jobId, reason)
  },
  'printing.ledger': (code) => printing.ledger(cartonCodeOf(code)).map(jobView),
  'printing.planned': (orderNo) => planned.list(orderNo as OrderNo),
  'printing.printPlanned': ({ orderNo, from, to }) => planned.print(orderNo as OrderNo, from, to),
})
