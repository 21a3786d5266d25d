import { createCanvas, loadImage } from '@napi-rs/canvas'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLabelRenderer, type LabelRenderer } from '#electron/printing/index.ts'
import { labelPreviewSchema } from '#shared/contract/label-preview.ts'
import { bareMark } from '#tests/support/box-marks.ts'
import { readByZbar, readByZxing } from '#tests/support/label-oracles.ts'
import { stationSources } from '#tests/support/station-sources.ts'
import { LabelPreview } from './label-preview.tsx'

let renderer: LabelRenderer
beforeAll(() => {
  renderer = createLabelRenderer({ workerUrl: stationSources.workers.label })
})
afterAll(() => renderer.close())

const previewOf = async (dpi: 203 | 300, over: Partial<ReturnType<typeof bareMark>> = {}) =>
  labelPreviewSchema.parse(
    await renderer.layOut(
      {
        kind: 'box-mark',
        mark: { ...bareMark(), ...over },
        label: { side: 1, page: 1, copy: 1 },
      },
      { dpi, media: '100x150' },
    ),
  )

type Preview = Awaited<ReturnType<typeof previewOf>>

const svgOf = ({ document, symbols }: Preview): string =>
  renderToStaticMarkup(<LabelPreview document={document} symbols={symbols} label="箱唛" />)

/** The picture as a screen of 8 dots a millimetre shows it. */
const pictureOf = async (svg: string, { document }: Preview): Promise<Uint8Array> => {
  const [width, height] = [document.width * 8, document.height * 8]
  const sized = svg.replace('<svg ', `<svg width="${width}" height="${height}" `)
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, width, height)
  return canvas.toBuffer('image/png')
}

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')

test('every element of the document stands in the picture, in millimetres', async () => {
  const preview = await previewOf(203)
  const svg = svgOf(preview)
  const { width, height, elements } = preview.document
  const kinds = (kind: string): number => elements.filter((element) => element.kind === kind).length
  expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`)
  expect(count(svg, /<text /g)).toBe(kinds('text'))
  // One more is the paper.
  expect(count(svg, /<rect /g)).toBe(kinds('box') + 1)
  expect(count(svg, /<path /g)).toBe(kinds('code128') + kinds('qr'))
  for (const element of elements) {
    if (element.kind !== 'text') continue
    expect(svg).toContain(`>${escaped(element.text)}</text>`)
    expect(svg).toContain(`textLength="${element.width}"`)
  }
  expect(count(svg, /<text [^>]*fill="#fff"/g)).toBe(
    elements.filter((element) => element.kind === 'text' && element.inverse === true).length,
  )
})

test('hostile text is only text', async () => {
  const preview = await previewOf(203, {
    sellerName: '</text><script>alert(1)</script>&"\'<a b=c>',
  })
  const svg = svgOf(preview)
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
  expect(new Set(svg.match(/<[a-z]+/g))).toEqual(new Set(['<svg', '<rect', '<text', '<path']))
})

test.each([203, 300] as const)(
  'two readers find in the picture for %i dpi what the symbols say',
  async (dpi) => {
    const preview = await previewOf(dpi)
    const said = preview.document.elements
      .flatMap((element) =>
        element.kind === 'code128' || element.kind === 'qr' ? [element.data] : [],
      )
      .toSorted()
    const picture = await pictureOf(svgOf(preview), preview)
    expect(said.length).toBeGreaterThan(1)
    expect(await readByZxing(picture)).toEqual(said)
    expect(await readByZbar(picture)).toEqual(said)
  },
)
