import type { OrderNo, Sku } from '#shared/domain/order.ts'
import { grams, millimetres } from '#shared/domain/units.ts'
import { AppError } from '#shared/errors.ts'
import type { ScanQueue } from '#electron/devices/index.ts'
import type { Bench } from '#electron/packing/index.ts'
import type { RequestHandlers } from './register.ts'

type BenchRequest = Extract<keyof RequestHandlers, `bench.${string}`>

interface BenchHandlerParts {
  readonly bench: Bench
  readonly scans: ScanQueue
  /** Prints codes instead of names the font cannot write, for the carton on the bench. */
  readonly printCodesOnly: () => void
  /** Monotonic milliseconds. */
  readonly uptime: () => number
}

export const benchHandlers = ({
  bench,
  scans,
  printCodesOnly,
  uptime,
}: BenchHandlerParts): Pick<RequestHandlers, BenchRequest> => ({
  'bench.snapshot': bench.snapshot,
  'bench.open': (orderNo) => bench.open(orderNo as OrderNo),
  'bench.leave': bench.leave,
  'bench.scan': (input) => {
    const scan = typeof input === 'string' ? { text: input } : input
    if (scans.push({ ...scan, source: 'wedge', at: uptime() })) return
    throw new AppError('scans-waiting', 'more scans are waiting than a packer can make', {
      retryable: true,
    })
  },
  'bench.done': bench.done,
  'bench.backToPacking': bench.backToPacking,
  'bench.typeWeight': ({ grams: gross, reason }) => bench.typeWeight(grams(gross), reason),
  'bench.acceptWeight': bench.acceptWeight,
  'bench.undo': bench.undo,
  'bench.sameAgain': bench.sameAgain,
  'bench.agree': bench.agree,
  'bench.noteException': ({ kind, sku, units }) => bench.noteException(kind, sku as Sku, units),
  'bench.photo': bench.photo,
  'bench.keepPhoto': ({ exception, jpeg }) => bench.keepPhoto(exception, jpeg),
  'bench.setMode': bench.setMode,
  'bench.setTimes': bench.setTimes,
  'bench.chooseBox': bench.chooseBox,
  'bench.measure': ({ length, width, height }) =>
    bench.measure({
      length: millimetres(length),
      width: millimetres(width),
      height: millimetres(height),
    }),
  'bench.boxChoices': bench.boxChoices,
  'bench.acknowledge': bench.acknowledge,
  'bench.printUnitLabels': bench.printUnitLabels,
  'bench.reprint': bench.reprint,
  'bench.printCodesOnly': printCodesOnly,
})
