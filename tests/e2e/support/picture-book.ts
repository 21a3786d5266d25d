import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { languageSchema } from '#shared/contract/views.ts'
import { speak } from './speak.ts'
import type { StationApp } from './station-app.ts'

const folder = join(import.meta.dirname, '../../../out/screenshots')
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const

/** What ends in the middle of a word or a sign, without the dots or the fading that say so. */
const cutOff = (): string[] =>
  [...document.querySelectorAll('body *')].flatMap((element) => {
    const { overflowX, textOverflow, maskImage } = getComputedStyle(element)
    const { clientWidth, scrollWidth } = element
    const hides = overflowX === 'hidden' || overflowX === 'clip'
    if (!hides || textOverflow === 'ellipsis' || maskImage !== 'none') return []
    // What is for screen readers only is a dot wide; a field is longer than what is seen of it.
    if (clientWidth < 4 || element.matches('input') || scrollWidth <= clientWidth + 1) return []
    return [`${element.className}: ${element.textContent}`]
  })

/** Takes pictures of one state of the screen, in every language and at every size, for people to look at. */
export const createPictureBook = (station: StationApp) => {
  const { electron, page } = station
  mkdirSync(folder, { recursive: true })

  const resize = async (size: (typeof sizes)[number]): Promise<void> => {
    await electron.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
    }, size)
    // A page whose policy forbids eval cannot be asked to wait by itself.
    // X keeps a window a dot smaller than the whole display.
    await expect
      .poll(async () => size.width - (await page.evaluate(() => innerWidth)))
      .toBeLessThanOrEqual(1)
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(size.width)
  }
  /** What was measured anew after the resize is drawn in the frame after. */
  const drawn = (): Promise<void> =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
        ),
    )
  return async (name: string): Promise<void> => {
    // A dialog that has just opened may not be painted yet; the first picture waits for it, and is thrown away.
    await page.screenshot()
    for (const language of languageSchema.options.toReversed()) {
      await speak(page, language)
      for (const size of sizes) {
        await resize(size)
        await drawn()
        const file = `${name}-${language}-${size.width}.png`
        await page.screenshot({ path: join(folder, file), animations: 'disabled' })
        expect.soft(await page.evaluate(cutOff), `cut off in ${file}`).toEqual([])
      }
    }
  }
}
