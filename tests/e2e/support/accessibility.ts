import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { languageSchema } from '#shared/contract/views.ts'
import { speak } from './speak.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// The other mode opens a page of its own, which Electron does not have.
const axeOn = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()

const violations = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const found = await axe.analyze()
  expect(found.passes.map(({ id }) => id)).toContain('color-contrast')
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
}

/** Demands that nothing on the screen keeps anyone out: in both languages, and its colours in the dark theme too. */
export const expectAccessible = async (page: Page, screen: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const language of languageSchema.options.toReversed()) {
    await speak(page, language)
    const found = await violations(axeOn(page).withTags(rules))
    expect.soft(found, `${screen}, ${language}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const found = await violations(axeOn(page).withRules('color-contrast'))
  expect.soft(found, `${screen}, dark`).toEqual([])
}
