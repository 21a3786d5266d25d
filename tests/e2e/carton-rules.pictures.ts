import { wireOrder } from '#tests/support/wire-orders.ts'
import { test } from './support/fixtures.ts'
import { cable, heavy, speaker, unitCode } from './support/goods.ts'
import { createPictureBook } from './support/picture-book.ts'

test('pictures of an order with rules for its cartons', async ({ atWork }) => {
  const { pack, station } = await atWork({
    orders: [
      wireOrder(
        'BH20261127-0061',
        [
          [speaker, 24],
          [cable, 12],
          [heavy, 2],
        ],
        {
          carton_rules: {
            max_skus: 2,
            max_units: 12,
            max_gross_g: 15_000,
            keep_apart: [['LX-SPK-BK', 'LX-CBL-C2']],
          },
        },
      ),
    ],
  })
  const shoot = createPictureBook(station)
  await pack.scan('BH20261127-0061')
  await shoot('97-rules-begin')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor(unitCode(cable), 'mixing-forbidden')
  await shoot('97-rules-apart')
  await pack.press('F9')
  await pack.scan('LS!X11', unitCode(speaker))
  await pack.expectUnits(12)
  await shoot('97-rules-last')
  await pack.scanFor(unitCode(speaker), 'carton-full')
  await shoot('97-rules-full')
})
