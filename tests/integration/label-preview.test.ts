import { expect, test } from 'vitest'
import { labelPreviewSchema } from '#shared/contract/label-preview.ts'
import { mugCode, packCarton, startOnOneOrder } from '#tests/support/one-order-station.ts'

test('the preview shows the copy that would come out next, and a label there is none of is refused', async () => {
  const { station } = await startOnOneOrder()
  const code = await packCarton(station, mugCode, mugCode)
  const answer = await station.ask('labels.preview', { code, side: 2, page: 1 })
  expect(labelPreviewSchema.parse(answer)).toEqual(answer)
  const { elements } = answer.document
  const symbols = elements.filter(({ kind }) => kind === 'code128' || kind === 'qr')
  expect(answer.symbols).toHaveLength(symbols.length)
  expect(symbols.some((symbol) => symbol.kind === 'code128' && symbol.data === code)).toBe(true)
  await expect(station.ask('labels.preview', { code, side: 1, page: 9 })).rejects.toMatchObject({
    code: 'print-job-unknown',
  })
})
