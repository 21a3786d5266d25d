import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words.ts'

/** 查找, and the page of a carton. */
export interface LookupPage {
  readonly field: Locator
  /** Everything that happened to the carton that is shown. */
  readonly life: Locator
  /** The carton that is shown: its number, state and contents. */
  readonly carton: Locator
  /** Cartons that were found. */
  readonly cartons: Locator
  open(): Promise<void>
  close(): Promise<void>
  expectPage(cartonNo: number): Promise<void>
}

export const lookupPage = (page: Page, words: Words): LookupPage => {
  const heading = page.getByRole('heading', { level: 1, name: words('lookup.title') })
  const carton = page.getByRole('region', { name: words('life.facts') })
  return {
    field: page.getByRole('searchbox', { name: words('lookup.field') }),
    life: page.getByRole('list', { name: words('life.title') }).getByRole('listitem'),
    carton,
    cartons: page.getByRole('list', { name: words('cartons.title') }).getByRole('listitem'),
    open: async () => {
      await page.keyboard.press('F1')
      await expect(heading).toBeVisible()
    },
    close: async () => {
      await page.keyboard.press('F1')
      await expect(heading).toBeHidden()
    },
    expectPage: (no) =>
      expect(carton.getByRole('heading', { level: 2 })).toHaveText(
        words('carton.numbered', { no }),
      ),
  }
}
