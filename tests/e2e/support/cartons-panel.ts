import type { Locator, Page } from '@playwright/test'
import { answerReason } from './reason-question.ts'
import type { Words } from './words.ts'

/** The cartons of the open order, and what may be done with them afterwards. */
export interface CartonsPanel {
  readonly list: Locator
  /** Shows the panel beside the order's lines. */
  show(): Promise<void>
  row(code: string): Locator
  reopen(code: string, reason: string): Promise<void>
  void(code: string, reason: string): Promise<void>
  /** Prints one more copy of the first label of the set, or of the `label`th. */
  copy(code: string, reason: string, label?: number): Promise<void>
}

export const cartonsPanel = (page: Page, words: Words): CartonsPanel => {
  const list = page.getByRole('list', { name: words('cartons.title') })
  const dialog = page.getByRole('dialog')
  const row = (code: string): Locator => list.getByRole('listitem').filter({ hasText: code })
  const ask = async (code: string, deed: 'copy' | 'reopen' | 'void'): Promise<void> => {
    const head = row(code).getByRole('button', { name: code })
    if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click()
    await row(code)
      .getByRole('button', { name: words(`cartons.${deed}`), exact: true })
      .click()
  }
  return {
    list,
    show: () => page.getByRole('tab', { name: words('cartons.title') }).click(),
    row,
    reopen: async (code, reason) => {
      await ask(code, 'reopen')
      await answerReason(dialog, words, reason, words('reopen.confirm'))
    },
    void: async (code, reason) => {
      await ask(code, 'void')
      await answerReason(dialog, words, reason, words('void.confirm'))
    },
    copy: async (code, reason, label = 1) => {
      await ask(code, 'copy')
      await dialog
        .getByRole('radiogroup', { name: words('copy.which') })
        .getByRole('radio')
        .nth(label - 1)
        .click()
      await answerReason(dialog, words, reason, words('copy.confirm'))
    },
  }
}
