import { expect, it } from 'vitest'
import { codesNote } from './codes-note.ts'

it('says when carton codes run low, and what happens without them', () => {
  expect(codesNote(0)).toMatchObject({ sentence: { key: 'syncHealth.codesNone' }, tone: 'bad' })
  expect(codesNote(49)).toMatchObject({ sentence: { key: 'syncHealth.codesFew' }, tone: 'warn' })
  expect(codesNote(50)).toMatchObject({ sentence: { key: 'syncHealth.codesEnough' } })
})
