import { expect, type Locator, type Page } from '@playwright/test'
import { answerReason } from './reason-question.ts'
import type { Words } from './words.ts'

/** The screen while a carton is counted blind. */
export interface RecountPage {
  readonly heading: Locator
  /** What was counted so far. */
  readonly counted: Locator
  /** After the count: each product with what is recorded and what was found. */
  readonly lines: Locator
  expectCounting(cartonNo: number): Promise<void>
  finish(): Promise<void>
  reopen(reason: string): Promise<void>
}

export const recountPage = (page: Page, words: Words): RecountPage => {
  const heading = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  return {
    heading,
    counted: page.getByRole('list', { name: words('recount.counted') }),
    lines: page.getByRole('list', { name: words('recount.lines') }),
    expectCounting: (no) => expect(heading).toHaveText(words('recount.carton', { no })),
    finish: async () => {
      await page.keyboard.press('F8')
      await expect(page.getByRole('list', { name: words('recount.lines') })).toBeVisible()
    },
    reopen: async (reason) => {
      await page.keyboard.press('F8')
      await answerReason(dialog, words, reason, words('reopen.confirm'))
    },
  }
}
