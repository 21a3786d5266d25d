import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words.ts'

/** The print queue as a packer sees and works it. */
export interface PrintQueuePanel {
  readonly lamp: Locator
  readonly dialog: Locator
  /** The question about a label of which nobody knows whether it came out. */
  readonly question: Locator
  open(): Promise<void>
  close(): Promise<void>
  /** Shows only these labels, and says how many there are. */
  show(filter: 'all' | 'waiting' | 'hand' | 'out' | 'withdrawn'): Promise<void>
  expectCount(
    filter: 'all' | 'waiting' | 'hand' | 'out' | 'withdrawn',
    count: number,
  ): Promise<void>
  press(text: string): Promise<void>
  /** Prints the planned marks of these carton numbers, through the dialog. */
  printPlanned(from: number, to: number): Promise<void>
}

export const printQueuePanel = (page: Page, words: Words): PrintQueuePanel => {
  const lamp = page.getByTestId('print-queue')
  const dialog = page.getByRole('dialog', { name: words('printing.title') })
  const chip = (filter: string): Locator =>
    dialog.getByRole('radio', { name: words(`printing.filter.${filter}` as 'printing.filter.all') })
  const press = (text: string): Promise<void> =>
    page.getByRole('dialog').getByRole('button', { name: text, exact: true }).click()
  return {
    lamp,
    dialog,
    question: page.getByTestId('print-question'),
    open: async () => {
      await lamp.click()
      await dialog.waitFor()
    },
    close: async () => {
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    },
    show: (filter) => chip(filter).click(),
    expectCount: (filter, count) =>
      expect(chip(filter)).toHaveText(`${words(`printing.filter.${filter}`)}${count}`, {
        timeout: 30_000,
      }),
    press,
    printPlanned: async (from, to) => {
      await press(words('printing.batch'))
      await page.getByLabel(words('printing.batchFrom')).fill(String(from))
      await page.getByLabel(words('printing.batchTo')).fill(String(to))
      await press(words('printing.batchConfirm'))
      await dialog.waitFor()
    },
  }
}
