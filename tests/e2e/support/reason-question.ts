import { expect, type Locator } from '@playwright/test'
import type { Words } from './words.ts'

/** Answers the question why: types the reason and confirms. */
export const answerReason = async (
  dialog: Locator,
  words: Words,
  reason: string,
  confirm: string,
): Promise<void> => {
  await dialog.getByRole('textbox', { name: words('dialog.otherReason') }).fill(reason)
  await dialog.getByRole('button', { name: confirm }).click()
  await expect(dialog).toBeHidden()
}
