import type { Locator, Page } from '@playwright/test'
import type { Words } from './words.ts'

/** Orders and packing lists from a file. */
export interface ImportPanel {
  readonly dialog: Locator
  readonly faults: Locator
  readonly coming: Locator
  open(): Promise<void>
  kind(kind: 'orders' | 'packing-list'): Promise<void>
  press(what: 'choose' | 'chooseOther' | 'template' | 'confirm'): Promise<void>
}

export const importPanel = (page: Page, words: Words): ImportPanel => {
  const dialog = page.getByRole('dialog', { name: words('imports.title') })
  return {
    dialog,
    faults: dialog.getByRole('list', { name: words('imports.faults') }).getByRole('listitem'),
    coming: dialog.getByRole('list', { name: words('imports.list') }).getByRole('listitem'),
    open: () => page.getByRole('button', { name: words('orders.import') }).click(),
    kind: (kind) => dialog.getByRole('radio', { name: words(`imports.kind.${kind}`) }).click(),
    press: (what) =>
      dialog.getByRole('button', { name: words(`imports.${what}`), exact: true }).click(),
  }
}
