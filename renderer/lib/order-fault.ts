import type { ErrorDetails } from '#shared/errors.ts'
import { zhCN } from './i18n/zh-cn/index.ts'
import { sentence, type Sentence } from './i18n/sentence.ts'

type Named<Prefix extends string> =
  Extract<keyof typeof zhCN, `${Prefix}.${string}`> extends `${Prefix}.${infer Name}` ? Name : never

const isField = (name: string): name is Named<'orderField'> => `orderField.${name}` in zhCN
const isFault = (name: string): name is Named<'orderFault'> => `orderFault.${name}` in zhCN

const lists = ['lines', 'skus', 'planned_boxes'] as const

/** `lines[2].plan_qty`: which of a list, and which field, in words as far as there are words. */
const place = (path: string): Sentence => {
  const name = path.match(/(\w+)(?:\[\d+\])*$/)?.[1] ?? ''
  const field = isField(name)
    ? sentence(`orderField.${name}`)
    : sentence('orderPlace.field', { name: name === '' ? '—' : name })
  const list = lists.find((known) => path.startsWith(`${known}[`))
  const at = path.match(/\[(\d+)\]/)?.[1]
  return list === undefined || at === undefined || name === list
    ? field
    : sentence(`orderPlace.${list}`, { no: Number(at) + 1, field })
}

/** What is wrong with an order as the server sent it: where, and how. */
export const orderFault = ({ path, fault }: ErrorDetails): Sentence => {
  const named = String(fault ?? '')
  return sentence('orderFault', {
    place: place(String(path ?? '')),
    fault: sentence(`orderFault.${isFault(named) ? named : 'malformed'}`),
  })
}
