import { en } from './en/index.ts'
import { zhCN } from './zh-cn/index.ts'

type Chinese = typeof zhCN

/** A key as it is asked for: i18next picks `_one` or `_other` by `count`. */
export type TextKey = {
  [Key in keyof Chinese]: Key extends `${infer Base}_other` ? Base : Key
}[keyof Chinese]

/** What a language other than Chinese must hold: the same keys; a plural may add its `_one`. */
export type Catalogue = Readonly<Record<keyof Chinese, string>> & {
  readonly [
    Key in keyof Chinese as Key extends `${infer Base}_other` ? `${Base}_one` : never
  ]?: string
}

type Template<Key extends TextKey> = Key extends keyof Chinese
  ? Chinese[Key]
  : `${Key}_other` extends keyof Chinese
    ? Chinese[`${Key}_other`]
    : never

type PlaceholderOf<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never

/** Names of the values that the sentence of a key needs, read from its Chinese text. */
export type ValueNames<Key extends TextKey> = PlaceholderOf<Template<Key>>

export type ValuesOf<Key extends TextKey> = [ValueNames<Key>] extends [never]
  ? []
  : [values: Readonly<Record<ValueNames<Key>, string | number>>]

export const catalogues = { 'zh-CN': zhCN, en: en satisfies Catalogue }
