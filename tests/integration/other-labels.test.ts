import fc from 'fast-check'
import { afterAll, expect, inject, test } from 'vitest'
import { mediaOf } from '#shared/domain/label-input.ts'
import { createLabelRenderer, markDpis } from '#electron/printing/index.ts'
import { checkLabel } from '../support/check-label.ts'
import { marksSeed } from '../support/marks-seed.ts'
import {
  anyOtherLabel,
  palletLabel,
  parkingLabel,
  rulerLabel,
  unitLabel,
} from '../support/other-labels.ts'

const renderer = createLabelRenderer({
  workerUrl: new URL('../../electron/printing/label-worker.ts', import.meta.url),
})
afterAll(() => renderer.close())

const everyMedia = [palletLabel(), unitLabel(), parkingLabel(), rulerLabel()].flatMap((label) =>
  mediaOf[label.kind].map((media) => ({ label, media })),
)

// Each takes the next print head; the hostile ones below meet the others.
test.each(
  everyMedia.map(
    ({ label, media }, index) =>
      [label.kind, media, markDpis[index % markDpis.length]!, label] as const,
  ),
)(
  'a %s label on %s at %i dpi is the same dots on every printer, and all its codes are read',
  async (_kind, media, dpi, label) => {
    expect((await checkLabel(renderer, label, media, dpi)).length).toBeGreaterThan(0)
  },
)

const many = inject('marks')
const seed = marksSeed(many !== undefined)
const hostile = fc.sample(anyOtherLabel, { numRuns: many === undefined ? 8 : 100, seed })

test.each(
  hostile.map((label, index) => {
    const media = mediaOf[label.kind]
    const dpi = markDpis[index % markDpis.length]!
    return [index, seed, label.kind, media[index % media.length]!, dpi, label] as const
  }),
)(
  'label %i of seed %i, a %s label on %s at %i dpi, is read whatever it says',
  async (_index, _seed, _kind, media, dpi, label) => {
    expect((await checkLabel(renderer, label, media, dpi)).length).toBeGreaterThan(0)
  },
)

test('a label with a character that the font lacks is refused by the name of what says it', async () => {
  const target = { language: 'zpl', dpi: 203, media: '60x30' } as const
  await expect(renderer.render(unitLabel({ name: '𠮷野家' }), target)).rejects.toMatchObject({
    code: 'glyph-missing',
    details: { element: 'name', character: '𠮷' },
  })
})

test('a label that is not for what the printer holds is refused', async () => {
  const target = { language: 'zpl', dpi: 203, media: '100x150' } as const
  await expect(renderer.render(unitLabel(), target)).rejects.toMatchObject({
    code: 'label-media',
    details: { kind: 'unit', media: '100x150' },
  })
})
