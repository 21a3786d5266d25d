import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupSeparator as gs, gtinInElements } from './element-string.ts'

test.each([
  ['0109501101530003', '09501101530003'],
  ['01095011015300031726123110AB123', '09501101530003'],
  ['172612310109501101530003', '09501101530003'],
  [`10AB0123${gs}0109501101530003`, '09501101530003'],
  [`${gs}0109501101530003`, '09501101530003'],
  [`21SERIAL${gs}3103001500${gs}0109501101530003`, '09501101530003'],
])('finds the GTIN in %j', (text, gtin) => {
  expect(gtinInElements(text)).toBe(gtin)
})

test.each(['', '01', '0109501101530004', '01095011015300', '10AB0109501101530003', gs, '0'])(
  'finds none in %j',
  (text) => {
    expect(gtinInElements(text)).toBeNull()
  },
)

test('ends on any text', () => {
  const unit = fc.constantFrom('0', '1', '3', gs, 'A')
  fc.assert(fc.property(fc.string({ unit }), (text) => void gtinInElements(text)))
})
