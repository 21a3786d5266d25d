import type { CartonMoment, MomentOf } from '#shared/contract/carton-page-views.ts'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import type { Language } from '#shared/contract/views.ts'
import { differenceOf } from '#renderer/lib/difference.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { centimetres, clockTime, kilograms, localName } from '#renderer/lib/format.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { outcomeLook } from '#renderer/lib/outcome-look.ts'
import { commandName } from '#renderer/lib/server-words.ts'
import type { IconName } from '#renderer/ui/icons.tsx'

export interface MomentLook {
  readonly icon: IconName
  readonly tone: 'plain' | 'ok' | 'warn' | 'bad'
  readonly title: Sentence
  readonly notes: readonly Sentence[]
}

export type Tone = MomentLook['tone']
interface Named {
  readonly nameZh: string
  readonly nameEn: string
}

const because = (reason: string | null): readonly Sentence[] =>
  reason === null ? [] : [sentence('life.because', { reason })]

const stepTitle = (step: MomentOf<'step'>, language: Language): Sentence => {
  const nameOf = ({ nameZh, nameEn }: Named): string => localName(language, nameZh, nameEn)
  switch (step.step) {
    case 'opened':
    case 'resumed':
    case 'plan-left':
    case 'mark-scanned-back':
    case 'verified':
    case 'voided':
      return sentence(`life.step.${step.step}`)
    case 'box-chosen':
      return sentence('life.step.box-chosen', { box: step.box === null ? '' : nameOf(step.box) })
    case 'measured':
      return step.size === null
        ? sentence('life.step.unmeasured')
        : sentence('life.step.measured', { size: centimetres(step.size) })
    case 'parked':
      return sentence(step.purpose === 'weighing' ? 'life.step.queued' : 'life.step.parked')
    case 'sealed':
      return sentence('life.step.sealed', { weight: kilograms(step.gross ?? 0) })
    case 'palletised':
      return sentence('life.step.palletised', { no: step.pallet ?? '' })
    case 'roll-confirmed':
      return sentence('life.step.roll-confirmed', { roll: step.roll ?? '' })
    case 'reopened':
      return sentence('life.step.reopened', { revision: step.revision })
    default:
      return sentence('life.step.other', { step: step.step })
  }
}

const stepLooks: Readonly<Record<string, readonly [IconName, Tone]>> = {
  opened: ['box', 'plain'],
  'box-chosen': ['box', 'plain'],
  measured: ['box', 'plain'],
  parked: ['clock', 'plain'],
  resumed: ['next', 'plain'],
  sealed: ['scale', 'plain'],
  'roll-confirmed': ['scan', 'plain'],
  'plan-left': ['warning', 'warn'],
  'mark-scanned-back': ['scan', 'plain'],
  verified: ['check', 'ok'],
  palletised: ['box', 'plain'],
  reopened: ['reopen', 'warn'],
  voided: ['trash', 'bad'],
}

const stepLook = (step: MomentOf<'step'>, language: Language): MomentLook => {
  const [icon, tone] = stepLooks[step.step] ?? (['box', 'plain'] as const)
  const typed = step.weightSource === 'manual' ? [sentence('life.typed')] : []
  return {
    icon,
    tone,
    title: stepTitle(step, language),
    notes: [...typed, ...because(step.reason)],
  }
}

const labelTones = {
  allocated: 'plain',
  rendered: 'plain',
  sending: 'plain',
  sent: 'plain',
  confirmed: 'ok',
  uncertain: 'warn',
  failed: 'bad',
  withdrawn: 'plain',
} as const satisfies Record<MomentOf<'label'>['state'], Tone>

const labelLook = (label: MomentOf<'label'>): MomentLook => {
  const state = sentence(`printing.state.${label.state}`)
  return {
    icon: 'printer',
    // Nobody has to do anything about a label that must not be on the carton any more.
    tone: label.age === null ? labelTones[label.state] : 'plain',
    title: sentence('life.label', {
      label: sentence(label.side === 1 ? 'printing.front' : 'printing.side'),
      copy:
        label.copy === 0
          ? sentence('printing.original')
          : sentence('printing.copy', { copy: label.copy }),
    }),
    notes: [
      ...(label.page > 1 ? [sentence('printing.page', { page: label.page })] : []),
      ...(label.revision === 0 ? [sentence('printing.planned')] : []),
      sentence('life.labelSince', { state, time: clockTime(label.changedAt) }),
      ...(label.problem === null ? [] : [errorSentence(label.problem)]),
      ...because(label.withdrawnReason ?? label.reason),
      ...(label.age === null ? [] : [sentence(`printing.age.${label.age}`)]),
    ],
  }
}

const recountLook = (recount: MomentOf<'recount'>, language: Language): MomentLook => {
  const { state, units, differences } = recount
  const isOff = state === 'reopened' || state === 'left-as-is'
  return {
    icon: 'scan',
    tone: isOff ? 'warn' : state === 'agrees' ? 'ok' : 'plain',
    title:
      state === 'agrees'
        ? sentence('life.recount.agrees', { units })
        : sentence(`life.recount.${state}`),
    notes: differences.map(({ nameZh, nameEn, expected, counted }) =>
      sentence('life.differs', {
        goods: localName(language, nameZh, nameEn),
        difference: differenceOf(expected, counted).sentence,
      }),
    ),
  }
}

const packs: ReadonlySet<ScanOutcome> = new Set(['accepted', 'repeated'])

const scanLook = (scan: MomentOf<'scan'>, language: Language): MomentLook => {
  const { outcome, goods, units, text, undone } = scan
  const { symbol, tone } = outcomeLook[outcome]
  const verdict = sentence(`short.${outcome}`)
  const name = goods === null ? null : localName(language, goods.nameZh, goods.nameEn)
  return {
    icon: symbol,
    tone: tone === 'idle' || tone === 'ok' || undone ? 'plain' : tone,
    title:
      name === null
        ? text === ''
          ? verdict
          : sentence('life.scannedOnly', { verdict, what: text })
        : packs.has(outcome)
          ? sentence('life.accepted', { units, goods: name })
          : sentence('life.scannedOnly', { verdict, what: name }),
    notes: [
      ...(name === null || text === '' ? [] : [sentence('life.scanText', { text })]),
      ...(undone ? [sentence('life.undone')] : []),
    ],
  }
}

/** What happened, in a symbol, a colour and words. */
export const momentLook = (moment: CartonMoment, language: Language): MomentLook => {
  switch (moment.kind) {
    case 'step':
      return stepLook(moment, language)
    case 'label':
      return labelLook(moment)
    case 'recount':
      return recountLook(moment, language)
    case 'scan':
      return scanLook(moment, language)
    case 'command':
      return { icon: 'cloud', tone: 'plain', title: commandName(moment.type), notes: [] }
  }
}
