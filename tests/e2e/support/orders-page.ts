import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words.ts'

/** The list of stocking orders. */
export interface OrdersPage {
  readonly heading: Locator
  readonly list: Locator
  readonly search: Locator
  row(orderNo: string): Locator
  /** Waits until this order has come down from the server. */
  expectOrder(orderNo: string): Promise<void>
  /** Opens an order by pressing it. */
  open(orderNo: string): Promise<void>
}

export const ordersPage = (page: Page, words: Words): OrdersPage => {
  const list = page.getByRole('list', { name: words('orders.title') })
  const row = (orderNo: string): Locator => list.getByRole('button', { name: orderNo })
  return {
    heading: page.getByRole('heading', { name: words('orders.title') }),
    list,
    search: page.getByRole('searchbox', { name: words('orders.search') }),
    row,
    expectOrder: (orderNo) => expect(row(orderNo)).toBeVisible(),
    open: (orderNo) => row(orderNo).click(),
  }
}
