import { describe, expect, it } from 'vitest'
import { parseWire, stockingOrderSchema, wireFaults } from '#shared/contract/linkstar-api.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { catalogues } from './i18n/catalogue.ts'
import { createI18n } from './i18n/create-i18n.ts'
import type { Sentence } from './i18n/index.ts'
import { orderFault } from './order-fault.ts'

const order = wireOrder('BH-1', [[wireSku('A', '6925000000012'), 3]])

const said = (wire: unknown, language: 'zh-CN' | 'en'): string => {
  const parsed = parseWire(stockingOrderSchema, wire)
  const [issue] = parsed.ok ? [] : parsed.error
  if (issue === undefined) throw new Error('the order is well')
  const { t } = createI18n(language)
  const speak = ({ key, values }: Sentence): string =>
    t(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'object' ? speak(value) : value,
        ]),
      ),
    )
  return speak(orderFault({ path: issue.path, fault: issue.fault }))
}

describe('what is wrong with an order', () => {
  it.each([
    [
      'a quantity of nothing',
      { lines: [{ ...order.lines[0], plan_qty: 0 }] },
      '第 1 行的数量太小、太短或太少',
      'line 1, quantity is too small, too short or too few',
    ],
    [
      'terms nobody knows',
      { duty_terms: 'DDX' },
      '包税方式填的不是可选的值',
      'duty terms is none of the allowed values',
    ],
    [
      'goods that are not described',
      { lines: [{ ...order.lines[0], sku: 'B' }] },
      '第 1 行的SKU和别处对不上',
      'line 1, SKU does not agree with the rest',
    ],
    [
      'a name that is missing',
      { skus: [{ ...order.skus[0], name_zh: undefined }] },
      '第 1 个商品的中文名没有填',
      'article 1, Chinese name is missing',
    ],
    [
      'a field that has no name here',
      { insurance: 'yes' },
      'insurance 格式不对',
      'insurance is not well formed',
    ],
  ] as const)('is said in words: %s', (_what, change, zh, en) => {
    expect(said({ ...order, ...change }, 'zh-CN')).toBe(zh)
    expect(said({ ...order, ...change }, 'en')).toBe(en)
  })

  it('has words for every fault', () => {
    for (const fault of wireFaults) expect(catalogues.en).toHaveProperty([`orderFault.${fault}`])
  })
})
