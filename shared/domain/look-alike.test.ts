import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAlikesAmong, type NamedGoods } from './look-alike.ts'

const goods = (sku: string, name: string): NamedGoods => ({ sku, name })
/** What `one` differs in from `other`, as "own | other"; empty when nobody takes one for the other. */
const told = (one: string, other: string, skus: readonly [string, string] = ['P', 'Q']) =>
  lookAlikesAmong([goods(skus[1], other)])
    .of(goods(skus[0], one))
    .map((alike) => `${alike.own} | ${alike.other}`)

describe('look-alikes', () => {
  it.each([
    ['便携蓝牙音箱 白色', '便携蓝牙音箱 黑色', '白色 | 黑色'],
    ['宠物雨衣黄色XL', '宠物雨衣黄色L', 'XL | L'],
    ['深灰色毛巾', '浅灰色毛巾', '深灰色 | 浅灰色'],
    ['黑咖啡杯', '白咖啡杯', '黑 | 白'],
    ['不锈钢宠物碗 中号 M', '不锈钢宠物碗 大号 L', '中号 M | 大号 L'],
    ['Type-C 充电线 1m', 'Type-C 充电线 2 m', '1m | 2 m'],
    ['洗车液 500 毫升', '洗车液 1 升', '500 毫升 | 1 升'],
    ['洗车液 500ml', '洗车液 1L', '500ml | 1L'],
    ['Bath Towel 70×140 cm, Grey', 'Bath Towel 70×140 cm, White', 'Grey | White'],
    ['T-shirt 2XL, Navy', 'T-shirt XL, Navy', '2XL | XL'],
    ['Pet Bed, Grey 50 cm', 'Pet Bed, Pink 70 cm', 'Grey 50 cm | Pink 70 cm'],
    ['LED 灯带 5 米 暖光', 'LED 灯带 5 米 彩光', '暖光 | 彩光'],
  ])('tells %s from %s', (one, other, difference) => {
    expect(told(one, other)).toEqual([difference])
  })

  it.each([
    ['猫砂盆 黑色 大号', '便携蓝牙音箱 黑色'],
    ['露营灯', '猫砂盆'],
    ['黑色', '白色'],
    ['', '便携蓝牙音箱'],
  ])('%s is not taken for %s', (one, other) => {
    expect(told(one, other)).toEqual([])
  })

  it('takes a word for a slip where the SKUs are of one family', () => {
    expect(told('洗发水 柠檬', '洗发水 薄荷', ['SH-01-LE', 'SH-01-MI'])).toEqual(['柠檬 | 薄荷'])
    expect(told('洗发水 柠檬', '洗发水 薄荷', ['SH-01', 'QX-77'])).toEqual([])
  })

  it('tells by SKU what no name tells', () => {
    expect(told('便携蓝牙音箱', '便携蓝牙音箱', ['A-1', 'B-2'])).toEqual(['A-1 | B-2'])
    expect(told('便携蓝牙音箱', '便携蓝牙音箱 黑色', ['A-1', 'B-2'])).toEqual(['A-1 | B-2'])
  })

  it('names the closest first', () => {
    const among = lookAlikesAmong([
      goods('A', '胸背带 灰色 M'),
      goods('B', '胸背带 黑色 M'),
      goods('C', '胸背带 灰色 S'),
    ])
    const alike = among.of(goods('D', '胸背带 黑色 S'))
    expect(alike.map(({ sku }) => sku)).toEqual(['B', 'C', 'A'])
  })

  it('leaves a long series of names alone', () => {
    const series = Array.from({ length: 400 }, (_, at) => goods(`P${at}`, `垫圈 型号 ${at}`))
    expect(lookAlikesAmong(series).of(series[7]!)).toEqual([])
  })
})

const word = fc.constantFrom(
  '杯',
  '蓝牙音箱',
  'Towel',
  'Bowl',
  '黑色',
  '白色',
  'Red',
  'XL',
  '500 ml',
  '1 m',
)
const item = fc.record({
  sku: fc.string({ minLength: 1, maxLength: 12 }),
  name: fc.oneof(
    fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    fc.string(),
  ),
})
const order = fc.uniqueArray(item, { selector: ({ sku }) => sku, minLength: 2, maxLength: 20 })

describe('of any goods', () => {
  it('holds both ways, never of the goods themselves, and with words of their own', () => {
    fc.assert(
      fc.property(order, (items) => {
        const among = lookAlikesAmong(items)
        for (const one of items) {
          for (const { sku, own, other } of among.of(one)) {
            expect(sku).not.toBe(one.sku)
            expect(own).not.toBe('')
            expect(own).not.toBe(other)
            const back = among.of(items.find((known) => known.sku === sku)!)
            expect(back.find((alike) => alike.sku === one.sku)).toMatchObject({
              own: other,
              other: own,
            })
          }
        }
      }),
    )
  })

  it('finds the other colour of whatever has one', () => {
    const stem = fc.constantFrom('杯', '蓝牙音箱', 'Bath Towel', '防水天幕 3×4 米', '灯 USB-C')
    const colour = fc.constantFrom('黑色', '白色', 'Red', '深蓝色')
    fc.assert(
      fc.property(order, stem, colour, colour, (others, name, one, two) => {
        fc.pre(one !== two)
        const wanted = goods('wanted sku of it', `${name} ${one}`)
        const alike = lookAlikesAmong([...others, wanted]).of(goods('mine', `${name} ${two}`))
        expect(alike).toContainEqual({ sku: wanted.sku, own: two, other: one })
      }),
    )
  })
})
