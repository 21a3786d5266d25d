import type { Operator } from '#shared/domain/operator.ts'
import type { SignInView } from '#shared/contract/sign-in-view.ts'
import { AppError } from '#shared/errors.ts'
import type { Store } from '#electron/store/index.ts'

interface SignInParts {
  readonly store: Store
  /** Those of the settings; where there are none, nobody has to sign in. */
  readonly operators: readonly Operator[]
  /** Wall clock, for display: ISO 8601 with offset. */
  readonly now: () => string
  readonly changed: (view: SignInView) => void
}

/** Who is at the bench. It is kept over a restart. */
export interface SignIn {
  view(): SignInView
  /** Who is signed in; null for nobody. */
  current(): Operator | null
  /** Somebody has to sign in before anything is packed. */
  isAwaited(): boolean
  byBadge(text: string): Operator | null
  hasSupervisor(): boolean
  /** Whether anybody signs in at this bench. */
  isUsed(): boolean
  /** Who may be chosen by name. @throws AppError operator-unknown; supervisor-needed for a supervisor, who has a badge */
  byName(id: string): Operator
  /** @param along what is written together with it */
  enter(operator: Operator, along?: () => void): void
  /** By name, without a badge. @throws AppError operator-unknown; supervisor-needed for a supervisor, who has a badge */
  enterByName(id: string): void
  leave(): void
}

export const createSignIn = ({ store, operators, now, changed }: SignInParts): SignIn => {
  const read = store.prepare()((db) => db.selectFrom('signed_in').selectAll().where('only', '=', 1))
  const write = store.prepare<{ id: string; since: string }>()((db, param) =>
    db
      .replaceInto('signed_in')
      .values({ only: 1, operator_id: param('id'), since: param('since') }),
  )
  const clear = store.prepare()((db) => db.deleteFrom('signed_in').where('only', '=', 1))
  const ofId = (id: string | undefined): Operator | null =>
    operators.find((operator) => operator.id === id) ?? null

  const kept = read.get({})
  // Somebody who was taken off the list meanwhile has to be relieved.
  let current = ofId(kept?.operator_id)
  let since = kept?.since ?? null

  // Asked with every reading of the scale.
  const isAwaited = (): boolean => operators.length > 0 && current === null

  const view = (): SignInView => ({
    operator:
      current === null || since === null
        ? null
        : { id: current.id, name: current.name, role: current.role, since },
    packers: operators
      .filter(({ role }) => role === 'packer')
      .map(({ id, name }) => ({ id, name })),
    isAwaited: isAwaited(),
  })

  const enter: SignIn['enter'] = (operator, along = () => undefined) => {
    if (operator.id === current?.id) {
      store.transaction(along)
      return
    }
    const at = now()
    store.transaction(() => {
      along()
      write.run({ id: operator.id, since: at })
    })
    current = operator
    since = at
    changed(view())
  }

  const byName = (id: string): Operator => {
    const operator = ofId(id)
    if (operator === null) throw new AppError('operator-unknown', id)
    if (operator.role === 'supervisor') throw new AppError('supervisor-needed', id)
    return operator
  }

  return {
    view,
    current: () => current,
    isAwaited,
    byBadge: (text) => operators.find(({ badge }) => badge === text) ?? null,
    hasSupervisor: () => operators.some(({ role }) => role === 'supervisor'),
    isUsed: () => operators.length > 0,
    byName,
    enter,
    enterByName: (id) => enter(byName(id)),
    leave: () => {
      if (current === null) return
      clear.run({})
      current = null
      since = null
      changed(view())
    },
  }
}
