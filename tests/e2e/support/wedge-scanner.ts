import type { CDPSession, Page } from '@playwright/test'
import { scannerKeys } from '#tests/support/wedge-keys.ts'

/** A barcode scanner in keyboard mode: real key events of Chromium's input pipeline. */
export interface WedgeScanner {
  /** Types the text at a scanner's pace and ends it with Enter; resolves when the page has taken every key. */
  scan(text: string): Promise<void>
}

const shiftBit = 8
const pressMs = 1

/** Keys carry their own times, 5 ms apart, so that a busy machine cannot stretch a scan. */
export const plugInScanner = async (page: Page): Promise<WedgeScanner> => {
  const session: CDPSession = await page.context().newCDPSession(page)
  let freeAt = 0
  return {
    scan: async (text) => {
      const from = Math.max(Date.now(), freeAt)
      const sent: Promise<unknown>[] = []
      for (const { code, key, shift, at } of scannerKeys(text, { from })) {
        const enter = code === 'Enter'
        const common = { code, key, modifiers: shift ? shiftBit : 0 }
        const virtualKey = enter ? { windowsVirtualKeyCode: 13 } : {}
        const typed = enter ? '\r' : key.length === 1 ? key : undefined
        sent.push(
          session.send('Input.dispatchKeyEvent', {
            type: typed === undefined ? 'rawKeyDown' : 'keyDown',
            ...common,
            ...virtualKey,
            ...(typed === undefined ? {} : { text: typed }),
            timestamp: at / 1000,
          }),
          session.send('Input.dispatchKeyEvent', {
            type: 'keyUp',
            ...common,
            ...virtualKey,
            timestamp: (at + pressMs) / 1000,
          }),
        )
        // The next scan comes after a packer's pause, not within this burst.
        freeAt = at + 120
      }
      await Promise.all(sent)
    },
  }
}
