import { expect, test } from 'vitest'
import { bench, startOnOneOrder } from '#tests/support/one-order-station.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

const cushionCode = '6925000000135'
const poleCode = '6925000000142'
const cushion = wireSku('CUSHION', cushionCode, { unit_size_mm: { l: 280, w: 230, h: 60 } })
const pole = wireSku('POLE', poleCode, { unit_size_mm: { l: 700, w: 40, h: 40 } })
const order = () =>
  wireOrder('BH-1', [
    [cushion, 9],
    [pole, 1],
  ])

test('an open carton says how full its box is, and F2 why a box does not take what is in it', async () => {
  const { station } = await startOnOneOrder(order())
  expect(await station.ask('bench.boxChoices', undefined)).toEqual({ of: 'nothing', choices: [] })
  await station.scan('LS!BOX:C30-25-20', 'LS!X3', cushionCode)
  expect((await bench(station)).carton).toMatchObject({ suggestedBox: null, filled: 100 })
  await station.scan(cushionCode)
  // Not everything that is known here is right: it is told, and packing goes on.
  expect((await bench(station)).carton).toMatchObject({ units: 4, filled: 134 })
  const { of, choices } = await station.ask('bench.boxChoices', undefined)
  expect(of).toBe('contents')
  expect(choices.find(({ id }) => id === 'C30-25-20')?.obstacle).toEqual({
    kind: 'too-full',
    share: 134,
  })
  expect(choices.find(({ id }) => id === 'C40-30-30')).toMatchObject({
    obstacle: null,
    chargeable: 6_000,
  })
  await station.scan(poleCode)
  const { choices: withPole } = await station.ask('bench.boxChoices', undefined)
  expect(withPole.filter(({ obstacle }) => obstacle === null).map(({ id }) => id)).toEqual([
    'C80-60-50',
  ])
  expect(withPole[0]?.obstacle).toEqual({ kind: 'too-long', longest: 700 })
})

test('once everything is packed, the box that was named is doubted where it cannot hold the goods', async () => {
  const { station } = await startOnOneOrder(order())
  await station.scan('LS!BOX:C30-25-20', 'LS!X9', cushionCode, poleCode)
  expect((await bench(station)).carton).toMatchObject({
    units: 10,
    suggestedBox: { id: 'C80-60-50', why: 'room' },
  })
  await station.scan('LS!BOX:C80-60-50')
  expect((await bench(station)).carton).toMatchObject({
    suggestedBox: { id: 'C80-60-50', why: 'holds' },
  })
})
