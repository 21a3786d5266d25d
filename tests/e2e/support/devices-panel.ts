import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words.ts'

/** The dialog of scanners and scale. */
export interface DevicesPanel {
  readonly dialog: Locator
  open(): Promise<void>
  close(): Promise<void>
}

export const devicesPanel = (page: Page, words: Words): DevicesPanel => {
  const dialog = page.getByRole('dialog', { name: words('devices.title') })
  return {
    dialog,
    open: async () => {
      await page.getByRole('button', { name: words('settings.title') }).click()
      await page.getByRole('button', { name: words('devices.open') }).click()
      await expect(dialog.getByRole('list', { name: words('devices.list') })).toBeVisible()
    },
    close: async () => {
      await dialog.getByRole('button', { name: words('dialog.back') }).click()
      await expect(dialog).toBeHidden()
    },
  }
}
