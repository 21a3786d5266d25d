import { expect, type Locator, type Page } from '@playwright/test'
import { answerReason } from './reason-question.ts'
import type { Words } from './words.ts'

/** The screen while a shift is handed over. */
export interface ShiftPage {
  readonly heading: Locator
  /** Everything that is in hand. */
  readonly list: Locator
  row(code: string): Locator
  expectLeft(count: number): Promise<void>
  expectOver(): Promise<void>
  /** Nobody finds this one. */
  missing(code: string, reason: string): Promise<void>
}

export const shiftPage = (page: Page, words: Words): ShiftPage => {
  const heading = page.getByRole('heading', { level: 1, name: words('shift.title') })
  const list = page.getByRole('list', { name: words('shift.list') })
  const row = (code: string): Locator => list.getByRole('listitem').filter({ hasText: code })
  return {
    heading,
    list,
    row,
    expectLeft: (count) => expect(page.getByTestId('shift-left')).toHaveText(String(count)),
    expectOver: () => expect(heading).toBeHidden(),
    missing: async (code, reason) => {
      await row(code).getByRole('button').click()
      await answerReason(page.getByRole('dialog'), words, reason, words('shift.missingConfirm'))
    },
  }
}
