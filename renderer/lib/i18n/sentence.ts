import type { TextKey, ValueNames } from './catalogue.ts'

/** A sentence still without a language: pure code decides what is said, components say it. */
export interface Sentence {
  readonly key: TextKey
  /** A value may itself be a sentence, such as the name of a cargo class. */
  readonly values: Readonly<Record<string, string | number | Sentence>>
}

type Needed<Key extends TextKey> = [ValueNames<Key>] extends [never]
  ? []
  : [values: Readonly<Record<ValueNames<Key>, string | number | Sentence>>]

/** A sentence with exactly the values its text needs. */
export const sentence = <Key extends TextKey>(key: Key, ...rest: Needed<Key>): Sentence => ({
  key,
  values: rest[0] ?? {},
})
