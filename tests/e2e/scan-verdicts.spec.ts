import { wireOrder } from '#tests/support/wire-orders.ts'
import { expectDelivered, marksFrom, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import {
  battery,
  cable,
  heavy,
  labelled,
  liquid,
  speaker,
  speakerCase,
  unitCode,
  whiteSpeaker,
} from './support/goods.ts'

const foreign = wireOrder('BH-OTHER', [[whiteSpeaker, 5]])

test('wrong goods lock the bench until the packer acknowledges, by code or by key', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({
    orders: [wireOrder('BH-1', [[speaker, 12]]), foreign],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')

  await pack.scanFor(unitCode(whiteSpeaker), 'not-in-order')
  await expect(pack.feedback).toContainText(words('outcome.not-in-order.title'))
  await expect(pack.feedback).toContainText('便携蓝牙音箱 白色')
  // A scan while locked changes nothing and goes on showing why.
  await pack.scan(unitCode(speaker))
  await expect(
    station.page.getByRole('listitem').filter({ hasText: words('short.not-in-order') }),
  ).toHaveCount(2)
  await pack.expectVerdict('not-in-order')
  await pack.expectUnits(1)
  await pack.scanFor('LS!ACK', 'idle')

  await pack.scanFor('4006381333931', 'unknown-code')
  await expect(station.page.getByRole('toolbar').getByRole('button')).toHaveCount(1)
  await pack.press('F9')
  await pack.expectVerdict('idle')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.expectUnits(2)
})

test('look-alikes of one order are told apart in words, without a lock', async ({ atWork }) => {
  const { pack, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 12],
        [whiteSpeaker, 12],
      ]),
    ],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await expect(pack.feedback).toContainText(
    words('verdict.lookAlike', { own: '黑色', others: '白色' }),
  )
  await pack.scanFor(unitCode(whiteSpeaker), 'accepted')
  await expect(pack.feedback).toContainText(
    words('verdict.lookAlike', { own: '白色', others: '黑色' }),
  )
  await pack.expectUnits(2)
})

test('no more than ordered goes in, and a case that is too large is named', async ({ atWork }) => {
  const { pack, words } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 8]])] })
  await pack.scan('BH-1')
  await pack.scanFor(speakerCase, 'accepted')
  await pack.expectUnits(6)
  await pack.scanFor(speakerCase, 'line-complete')
  await expect(pack.feedback).toContainText(
    words('verdict.caseTooLarge', { units: 6, remaining: 2 }),
  )
  await pack.scan('LS!X2', unitCode(speaker))
  await pack.expectUnits(8)
  // Enough is no mistake: it does not lock.
  await pack.scanFor(unitCode(speaker), 'line-complete')
  await pack.expectUnits(8)
  await expect(pack.progress).toHaveText('8/8')
})

test('what must not travel together, or without its label, or above the limit, stays out', async ({
  atWork,
}) => {
  const { pack } = await atWork({
    orders: [
      wireOrder(
        'BH-1',
        [
          [labelled, 4],
          [battery, 4],
          [liquid, 4],
          [heavy, 4],
        ],
        { cargo_classes: ['general', 'battery', 'liquid'] },
      ),
    ],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(labelled), 'needs-unit-label')
  await expect(pack.feedback).toContainText('FNSKU')
  await pack.press('F9')
  await pack.scanFor('X00LXMUG01', 'accepted')

  await pack.scanFor(unitCode(battery), 'accepted')
  await pack.scanFor(unitCode(liquid), 'mixing-forbidden')
  await pack.press('F9')
  await pack.expectUnits(2)

  await pack.scan('LS!X2', unitCode(heavy))
  await pack.expectUnits(4)
  await pack.scanFor(unitCode(heavy), 'over-limit')
  await expect(pack.feedback).toContainText('30')
  await pack.expectUnits(4)
})

test('an order’s own rules for its cartons are told at once, and what breaks them stays out', async ({
  atWork,
}) => {
  const { pack, printer, server, station, words } = await atWork({
    orders: [
      wireOrder(
        'BH-1',
        [
          [speaker, 4],
          [cable, 8],
          [heavy, 2],
        ],
        {
          carton_rules: {
            max_units: 3,
            max_gross_g: 5_000,
            keep_apart: [['LX-CBL-C2', 'LX-SPK-BK']],
          },
        },
      ),
    ],
  })
  await pack.scan('BH-1')
  const rules = [
    words('rule.units', { max: 3 }),
    words('rule.gross', { max: '5' }),
    words('rule.apart'),
  ]
  for (const rule of rules) await expect(station.page.getByText(rule)).toBeVisible()
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.scanFor(unitCode(cable), 'mixing-forbidden')
  await expect(pack.feedback).toContainText(
    words('verdict.ruleApart', { other: '便携蓝牙音箱 黑色' }),
  )
  await pack.press('F9')
  await pack.scanFor(unitCode(heavy), 'over-limit')
  await expect(pack.feedback).toContainText('5 kg')
  await pack.scan('LS!X2', unitCode(speaker))
  await pack.expectUnits(3)
  await expect(station.page.getByText(words('next.full'))).toBeVisible()
  await pack.scanFor(unitCode(speaker), 'carton-full')
  await expect(pack.feedback).toContainText(
    words('verdict.ruleUnits', { max: 3, inCarton: 3, units: 1 }),
  )
  await pack.expectUnits(3)
  const code = await sealCarton(pack)
  for (const mark of await marksFrom(printer, 0)) {
    expect(mark.qr).toMatch(/;S=LX-SPK-BK\*3$/)
    await pack.scan(mark.qr)
  }
  await pack.expectVerdict('carton-verified')
  await expect
    .poll(async () =>
      (await server.cartons()).map(({ carton_code: known, flags }) => [known, flags]),
    )
    .toEqual([[code, []]])
})

test('undo takes scans back last first, the box can be changed, and ×n counts once', async ({
  atWork,
}) => {
  const { pack, printer, server, station, words } = await atWork({
    orders: [
      wireOrder('BH-1', [
        [speaker, 12],
        [cable, 100],
      ]),
    ],
  })
  await pack.scan('BH-1')
  await pack.scanFor(unitCode(speaker), 'accepted')
  await pack.chooseTimes(25)
  await expect(pack.feedback).toContainText('25')
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.expectUnits(26)
  await pack.scanFor(unitCode(cable), 'accepted')
  await pack.expectUnits(27)

  await pack.press('F4')
  await pack.expectUnits(26)
  await pack.scanFor('LS!UNDO', 'undone')
  await pack.expectUnits(1)
  await expect(pack.progress).toHaveText('1/112')

  await pack.chooseBox(/40×30×30/)
  await expect(station.page.getByRole('region', { name: words('carton.title') })).toContainText(
    '40×30×30',
  )
  await pack.scan('LS!BOX:C30-25-20')
  await expect(station.page.getByRole('region', { name: words('carton.title') })).toContainText(
    '30×25×20',
  )
  await pack.scanFor('LS!NONSENSE', 'command-unknown')
  await pack.press('F4')
  await pack.expectUnits(0)
  await pack.press('F8')
  await pack.expectVerdict('refused')
  await expect(pack.feedback).toContainText(words('error.carton-empty'))

  await pack.scanFor(unitCode(speaker), 'accepted')
  const code = await sealCarton(pack)
  await proveMarks({ pack, printer })
  await expectDelivered(server, [code])
  expect(await server.cartons()).toMatchObject([{ size_mm: { l: 300, w: 250, h: 200 } }])
})
