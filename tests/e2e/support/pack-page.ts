import { expect, type Locator, type Page } from '@playwright/test'
import type { ScanOutcome } from '#shared/domain/scan-verdict.ts'
import { askStation } from './ask-station.ts'
import { answerReason } from './reason-question.ts'
import { plugInScanner, type WedgeScanner } from './wedge-scanner.ts'
import type { Words } from './words.ts'

/** The Pack screen as a packer uses it: scanner, function keys and the few things that are typed. */
export interface PackPage {
  readonly feedback: Locator
  readonly cartonCode: Locator
  readonly units: Locator
  readonly progress: Locator
  readonly pending: Locator
  readonly printState: Locator
  readonly scale: Locator
  /** Scans by the keyboard wedge. */
  scan(...texts: readonly string[]): Promise<void>
  /** Scans, and waits for this answer. */
  scanFor(text: string, outcome: ScanOutcome | 'idle'): Promise<void>
  /** Presses one of F1 to F10, or Escape. */
  press(key: string): Promise<void>
  expectVerdict(outcome: ScanOutcome | 'idle'): Promise<void>
  /** Waits for `n` units in the carton on the bench. */
  expectUnits(n: number): Promise<void>
  /** Waits until the bench stands at this step of the four. */
  expectStep(step: 'packing' | 'weighing' | 'marking' | 'scan-back'): Promise<void>
  /** Waits until the mark set of this carton is on paper. */
  expectPrinted(): Promise<void>
  chooseTimes(times: number): Promise<void>
  chooseBox(name: RegExp): Promise<void>
  typeWeight(kilograms: string, reason: string): Promise<void>
  acceptWeight(reason: string): Promise<void>
  /** Puts a weight in grams on the virtual scale; null stands for the open carton. */
  place(grams: number | null): Promise<void>
  code(): Promise<string>
}

export const packPage = async (page: Page, words: Words): Promise<PackPage> => {
  const scanner: WedgeScanner = await plugInScanner(page)
  const feedback = page.getByTestId('scan-feedback')
  const units = page.getByTestId('carton-units')
  const cartonCode = page.getByTestId('carton-code')
  const printState = page.getByTestId('print-state')
  const dialog = page.getByRole('dialog')
  const press = (key: string): Promise<void> => page.keyboard.press(key)
  const scan = async (...texts: readonly string[]): Promise<void> => {
    for (const text of texts) await scanner.scan(text)
  }
  const expectVerdict: PackPage['expectVerdict'] = (outcome) =>
    expect(feedback).toHaveAttribute('data-verdict', outcome)
  const step = (name: 'packing' | 'weighing' | 'marking' | 'scan-back'): Locator =>
    page
      .getByRole('list', { name: words('steps.label') })
      .getByRole('listitem')
      .filter({ hasText: words(`steps.${name}`) })

  return {
    feedback,
    cartonCode,
    units,
    printState,
    progress: page.getByTestId('order-progress'),
    pending: page.getByTestId('outbox-pending'),
    scale: page.getByTestId('scale-reading'),
    scan,
    scanFor: async (text, outcome) => {
      await scan(text)
      await expectVerdict(outcome)
    },
    press,
    expectVerdict,
    expectUnits: (n) => expect(units).toHaveText(String(n)),
    expectStep: (name) => expect(step(name)).toHaveAttribute('aria-current', 'step'),
    expectPrinted: () => expect(printState).toHaveAttribute('data-state', 'sent'),
    chooseTimes: async (times) => {
      await press('F3')
      await dialog.getByRole('textbox', { name: words('times.label') }).fill(String(times))
      await dialog.getByRole('button', { name: words('times.confirm') }).click()
      await expect(dialog).toBeHidden()
    },
    chooseBox: async (name) => {
      await press('F2')
      await dialog.getByRole('button', { name }).click()
      await expect(dialog).toBeHidden()
    },
    typeWeight: async (kilograms, reason) => {
      await press('F3')
      await dialog.getByRole('textbox', { name: words('typeWeight.label') }).fill(kilograms)
      await answerReason(dialog, words, reason, words('typeWeight.confirm'))
    },
    acceptWeight: async (reason) => {
      await press('F8')
      await answerReason(dialog, words, reason, words('accept.confirm'))
    },
    place: async (grams) => {
      const answer = await askStation(page, 'training.place', grams)
      expect(answer.ok).toBe(true)
    },
    code: async () => (await cartonCode.textContent()) ?? '',
  }
}
