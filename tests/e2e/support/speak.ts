import { expect, type Page } from '@playwright/test'
import type { Language } from '#shared/contract/views.ts'
import { askStation } from './ask-station.ts'

/** Switches the language and waits until the page speaks it. */
export const speak = async (page: Page, language: Language): Promise<void> => {
  await askStation(page, 'app.setLanguage', language)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
