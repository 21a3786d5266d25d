import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Pictures of the screen in the order in which things happened. */
export interface StepPictures {
  /** What was done so far, one line each. */
  readonly lines: readonly string[]
  /** Takes the next picture and notes what happened. */
  take(name: string, what: string): Promise<void>
}

export const takeStepPictures = (page: Page, folder: string): StepPictures => {
  const lines: string[] = []
  return {
    lines,
    take: async (name, what) => {
      const file = `${String(lines.length + 1).padStart(2, '0')}-${name}.png`
      await page.screenshot({ path: join(folder, file), animations: 'disabled' })
      lines.push(`${file.padEnd(30)} ${what}`)
    },
  }
}
