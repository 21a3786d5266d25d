import type { BenchState, LabelView } from '#shared/contract/views.ts'
import type { StationAtWork } from './station-at-work.ts'

/** Everything a packer can do at this bench. Each resolves when the packer has heard what came of it. */
export interface Acts {
  /** Scans one after the other, without looking up in between. */
  readonly scan: (...texts: readonly string[]) => Promise<void>
  readonly scanOrder: (orderNo: string) => Promise<void>
  readonly acknowledge: () => Promise<void>
  readonly times: (times: number) => Promise<void>
  readonly box: (id: string) => Promise<void>
  readonly done: () => Promise<void>
  readonly park: () => Promise<void>
  readonly resume: (code: string) => Promise<void>
  readonly backToPacking: () => Promise<void>
  readonly weigh: () => Promise<void>
  readonly typeWeight: (grams: number) => Promise<void>
  readonly acceptWeight: () => Promise<void>
  readonly waitForLabels: () => Promise<void>
  readonly reprint: () => Promise<void>
  readonly reopen: (code: string) => Promise<void>
  readonly void: (code: string) => Promise<void>
}

const settled: ReadonlySet<string> = new Set(['sent', 'confirmed', 'uncertain', 'failed'])
/** It waits for a printer that trouble has stopped: nothing comes until the packer prints again. */
const isHeld = (label: LabelView): boolean => label.problem?.code === 'printer-held'
const labelsAreSettled = (state: BenchState): boolean =>
  state.carton === null ||
  state.carton.labels.every((label) => settled.has(label.state) || isHeld(label))

export const createActs = ({ ask, scan, witness }: StationAtWork): Acts => {
  /** `done` also gets the state before; a refusal ends every act. */
  const act =
    <Args extends readonly unknown[]>(
      name: string,
      run: (...args: Args) => Promise<unknown>,
      isDone: (now: BenchState, before: BenchState, ...args: Args) => boolean,
    ) =>
    async (...args: Args): Promise<void> => {
      const before = witness.state()
      const label = `${name} ${args.join(' ')}`.trim()
      const running = run(...args)
      witness.note({ kind: 'begun', act: label })
      await running
      witness.note({ kind: 'taken', act: label })
      const seen = before.feedback?.seq ?? 0
      const refused = ({ feedback }: BenchState): boolean =>
        feedback !== null &&
        feedback.seq > seen &&
        (feedback.outcome === 'refused' || feedback.outcome === 'locked')
      await witness.until(label, (now) => refused(now) || isDone(now, before, ...args))
      witness.note({ kind: 'done', act: label })
    }
  const command = (text: string) => () => scan(text)

  return {
    scan: async (...texts) => {
      const already = witness.answers.length
      const name = `scan ${texts.join(' ')}`
      const scanning = Promise.all(texts.map(scan))
      witness.note({ kind: 'begun', act: name })
      await scanning
      witness.note({ kind: 'taken', act: name })
      await witness.until(name, () => witness.answers.length >= already + texts.length)
      witness.note({ kind: 'done', act: name })
    },
    scanOrder: act(
      'order',
      (orderNo: string) => scan(orderNo),
      (now, _before, orderNo) => now.orderNo === orderNo,
    ),
    acknowledge: act('acknowledge', command('LS!ACK'), (now) => !now.locked),
    times: act(
      'times',
      (times: number) => scan(`LS!X${times}`),
      (now, _before, times) => now.times === times,
    ),
    box: act(
      'box',
      (id: string) => scan(`LS!BOX:${id}`),
      (now, _before, id) => now.nextBoxType === id,
    ),
    done: act('done', command('LS!DONE'), (now) => now.step !== 'packing'),
    park: act('park', command('LS!PARK'), (now) => now.carton === null),
    resume: act(
      'resume',
      (code: string) => scan(`LS!${code}`),
      (now, _before, code) => now.carton?.code === code,
    ),
    backToPacking: act(
      'back to packing',
      () => ask('bench.backToPacking', undefined),
      (now) => now.step === 'packing',
    ),
    weigh: act(
      'weigh',
      () => ask('training.place', null),
      (now) => now.step !== 'weighing' || now.weighProblem !== null,
    ),
    typeWeight: act(
      'type weight',
      (grams: number) => ask('bench.typeWeight', { grams, reason: '秤坏了' }),
      (now) => now.step !== 'weighing' || now.weighProblem !== null,
    ),
    acceptWeight: act(
      'accept weight',
      () => ask('bench.acceptWeight', '复核无误'),
      (now) => now.step !== 'weighing',
    ),
    waitForLabels: act('wait for labels', () => Promise.resolve(), labelsAreSettled),
    reprint: act(
      'reprint',
      command('LS!PRINT'),
      (now, before) =>
        labelsAreSettled(now) &&
        ((now.carton?.labels.length ?? 0) > (before.carton?.labels.length ?? 0) ||
          before.carton?.labels.some(isHeld) === true),
    ),
    reopen: act(
      'reopen',
      (code: string) => ask('cartons.reopen', { code, reason: '复核' }),
      (now, _before, code) => now.carton?.code === code && now.step === 'packing',
    ),
    void: act(
      'void',
      (code: string) => ask('cartons.void', { code, reason: '装错' }),
      (now, before, code) =>
        now.rev > before.rev && now.carton?.code !== code && now.lastVerified?.code !== code,
    ),
  }
}
