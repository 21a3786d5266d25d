import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BenchState, Language } from '#shared/contract/views.ts'
import { createI18n, sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { cameraTroubles } from '#renderer/lib/camera.ts'
import { fromSnapshot } from '#renderer/features/pack/mirror.ts'
import { presentNext } from '#renderer/features/pack/next-step.ts'
import { presentCentre } from '#renderer/features/pack/presentation.ts'
import { benchCarton, benchSnapshot, feedback, labelView } from '#tests/support/bench-views.ts'

const file = join(import.meta.dirname, '../../docs/packing.md')

const noted = (kind: string) =>
  feedback({ outcome: 'exception-expected', sku: null, units: 0, facts: { kind } })

/** The bench at every place that the document names, in its order. */
const places: Readonly<Record<string, Partial<BenchState>>> = {
  'an order is open': { carton: null },
  'goods are in the carton': {},
  'a carton that may hold no more': { carton: benchCarton({ units: 40 }) },
  'all goods of the order are packed': { packed: 252 },
  'wrong goods in the hand': { locked: true, feedback: feedback({ outcome: 'not-in-order' }) },
  'an order with a packing list': {
    carton: null,
    mode: 'planned',
    planned: { total: 18, left: 13 },
  },
  'a planned carton is open': {
    carton: benchCarton({
      plan: [
        { sku: 'LX-SPK-BK', quantity: 10 },
        { sku: 'LX-CBL-C2', quantity: 24 },
      ],
    }),
  },
  'goods that the list does not want': {
    locked: true,
    feedback: feedback({ outcome: 'not-in-plan' }),
  },
  'whole cases': { carton: null, mode: 'whole-case' },
  'like the last carton': { feedback: feedback({ outcome: 'repeated', sku: null }) },
  'a carton was parked': {
    carton: null,
    feedback: feedback({ outcome: 'carton-parked', sku: null }),
  },
  'a carton waits for the scale': {
    carton: null,
    feedback: feedback({ outcome: 'carton-queued', sku: null }),
  },
  'only parked cartons are left': { carton: null, packed: 252, parked: 2, feedback: null },
  'a unit lacks its label': {
    locked: true,
    feedback: feedback({
      outcome: 'needs-unit-label',
      facts: { required: 'fnsku', printable: 1 },
    }),
  },
  'goods are not found': { feedback: noted('short') },
  'goods go back to the shelf': { feedback: noted('put-back') },
  'a damaged unit': { feedback: noted('damaged') },
  "the camera's picture is open": {
    feedback: feedback({ outcome: 'photo-open', units: 0, facts: { kind: 'damaged' } }),
  },
  'at the scale': { step: 'weighing' },
  'marks are being printed': {
    step: 'marking',
    carton: benchCarton({ state: 'sealed', labels: [labelView({ state: 'sending' })] }),
  },
  'marks are on the carton': {
    step: 'scan-back',
    carton: benchCarton({ state: 'marked', labels: [labelView()] }),
  },
  'the carton is complete': {
    carton: null,
    lastVerified: { code: 'LS0003041187N', cartonNo: 7 },
  },
  'the order is complete': { carton: null, packed: 252, feedback: null },
}

const speak = (language: Language, { key, values }: Sentence): string =>
  createI18n(language).t(
    key,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? speak(language, value) : value,
      ]),
    ),
  )

const said = (change: Partial<BenchState>, language: Language): string => {
  const mirror = fromSnapshot(benchSnapshot(change))
  return speak(language, presentNext(presentCentre(mirror, language), mirror).title)
}

/** The cells of each row of the table that stands under this heading. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const text = readFileSync(file, 'utf8')
  const [, section = ''] = text.split(`## ${heading}\n`)
  return section
    .replace(/\n## [^]*/, '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .slice(2)
}

test('docs/packing.md says what to do about a camera as the screen does', () => {
  const known = cameraTroubles.filter((trouble) => trouble !== 'failed')
  expect(
    tableUnder('Photos of exceptions').map(([, chinese, english]) => [chinese, english]),
  ).toEqual(
    known.map((trouble) => {
      const remedy = sentence(`camera.${trouble}.do`)
      return [speak('zh-CN', remedy), speak('en', remedy)]
    }),
  )
})

test('docs/packing.md says of every place what the screen says there', () => {
  const rows = Object.entries(places).map(([place, change]) => [
    place,
    said(change, 'zh-CN'),
    said(change, 'en'),
  ])
  expect(tableUnder('What the screen says')).toEqual(rows)
})
