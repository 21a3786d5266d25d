/** One step of the schema. Released steps never change; `id` grows by ten so that a fix fits between. */
export interface Migration {
  readonly id: number
  readonly slug: string
  /** SQL, run in one transaction together with the record that it ran. */
  readonly up: string
}
