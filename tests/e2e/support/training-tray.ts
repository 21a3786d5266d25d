import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words.ts'

/** The virtual scanner, scale and printer of training mode, pressed like a packer's finger presses them. */
export interface TrainingTray {
  readonly tray: Locator
  /** The picture of the newest label, as the virtual printer drew it. */
  readonly label: Locator
  scanOrder(orderNo: string): Promise<void>
  scanGoods(sku: string): Promise<void>
  /** A factory case of the goods that stand `index`th in the order. */
  scanCase(units: number): Promise<void>
  /** Presses a command by its word, such as 装完. */
  command(word: string): Promise<void>
  placeCarton(): Promise<void>
  placeGrams(grams: number): Promise<void>
  /** Waits until `total` labels have come out and shows the `no`th newest. */
  look(no: number, total: number): Promise<void>
  /** Scans a symbol of the label that is shown. */
  scanLabel(symbol: 'qr' | 'code128'): Promise<void>
}

export const trainingTray = (page: Page, words: Words): TrainingTray => {
  const tray = page.getByRole('complementary', { name: words('training.title') })
  const button = (name: string | RegExp): Locator => tray.getByRole('button', { name })
  const tab = (name: string): Promise<void> => tray.getByRole('tab', { name }).click()
  const scanner = (): Promise<void> => tab(words('device.scanner'))
  const scale = (): Promise<void> => tab(words('device.scale'))
  return {
    tray,
    label: tray.getByRole('img', { name: words('training.labelAlt') }),
    scanOrder: (orderNo) => button(orderNo).click(),
    scanGoods: async (sku) => {
      await scanner()
      await button(new RegExp(`\\b${sku}$`))
        .first()
        .click()
    },
    scanCase: async (units) => {
      await scanner()
      await button(words('training.case', { units })).first().click()
    },
    command: async (word) => {
      await scanner()
      await tray.getByRole('button', { name: word, exact: true }).click()
    },
    placeCarton: async () => {
      await scale()
      await button(words('training.place')).click()
    },
    placeGrams: async (grams) => {
      await scale()
      await tray.getByRole('textbox', { name: words('training.grams') }).fill(String(grams))
      await tray.getByRole('button', { name: words('training.placeGrams'), exact: true }).click()
    },
    look: async (no, total) => {
      await tab(words('device.printer'))
      const newer = button(words('training.newer'))
      await expect(tray.getByText(words('training.printNo', { no: 1, total }))).toBeVisible()
      for (let shown = 1; shown < no; shown += 1) await button(words('training.older')).click()
      await expect(tray.getByText(words('training.printNo', { no, total }))).toBeVisible()
      await expect(newer).toBeVisible()
    },
    scanLabel: (symbol) => button(words(`training.${symbol}`)).click(),
  }
}
