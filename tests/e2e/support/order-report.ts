import type { Locator, Page } from '@playwright/test'
import type { Words } from './words.ts'

/** Planned versus packed, with closing and declaring. */
export interface OrderReport {
  readonly dialog: Locator
  readonly lines: Locator
  open(): Promise<void>
  /** Closes the order, or declares it. */
  press(act: 'close' | 'declare'): Promise<void>
}

export const orderReport = (page: Page, words: Words, orderNo: string): OrderReport => {
  const dialog = page.getByRole('dialog', { name: words('report.title', { orderNo }) })
  return {
    dialog,
    lines: dialog.getByRole('list', { name: words('report.lines') }).getByRole('listitem'),
    open: () =>
      page
        .getByRole('banner')
        .getByRole('button', { name: words('report.open') })
        .click(),
    press: (act) => dialog.getByRole('button', { name: words(`report.${act}`) }).click(),
  }
}
