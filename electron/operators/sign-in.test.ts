import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '#electron/store/index.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createSignIn } from './sign-in.ts'

const operators = [
  { id: 'p1', name: '王敏', badge: 'EMP-0001', role: 'packer' },
  { id: 'p2', name: '李强', badge: 'EMP-0002', role: 'packer' },
] as const

it('signs nobody in when what is written together with it fails, and writes nothing', () => {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  const parts = { store, operators, now: () => '2026-11-27T08:00:00+08:00' }
  const seen: (string | null)[] = []
  const signIn = createSignIn({
    ...parts,
    changed: ({ operator }) => seen.push(operator?.name ?? null),
  })
  signIn.enter(operators[0])
  expect(() =>
    signIn.enter(operators[1], () => {
      throw new Error('disk full')
    }),
  ).toThrow('disk full')
  expect(signIn.current()?.name).toBe('王敏')
  expect(seen).toEqual(['王敏'])
  const again = createSignIn({ ...parts, changed: () => undefined })
  expect(again.current()?.name).toBe('王敏')
})
