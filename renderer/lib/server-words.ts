import type { ErrorShape } from '#shared/errors.ts'
import { zhCN } from './i18n/zh-cn/index.ts'
import { sentence, type Sentence } from './i18n/sentence.ts'

type Known<Prefix extends string> = Extract<keyof typeof zhCN, `${Prefix}.${string}`>

const isKnown = <Prefix extends string>(
  prefix: Prefix,
  name: string,
): `${Prefix}.${string}` | null =>
  name !== 'other' && `${prefix}.${name}` in zhCN ? `${prefix}.${name}` : null

/** What a command is called on the screen. */
export const commandName = (type: string): Sentence => {
  const key = isKnown('command', type)
  return key === null
    ? sentence('command.other', { type })
    : { key: key as Known<'command'>, values: {} }
}

/** Why the server sent something back, in words; nothing for other problems. */
export const refusedFor = ({ code, details }: ErrorShape): readonly Sentence[] =>
  code === 'server-refused' && typeof details['reason'] === 'string'
    ? serverReasons(details['reason'])
    : []

/** Why the server refused or doubts something, in words; several codes come as one text with commas. */
export const serverReasons = (codes: string): readonly Sentence[] =>
  codes.split(', ').map((code) => {
    const key = isKnown('serverCode', code)
    return key === null
      ? sentence('serverCode.other', { code })
      : { key: key as Known<'serverCode'>, values: {} }
  })
