import type { Page } from '@playwright/test'

/** What the page shows once an act was answered. */
export interface Shown {
  readonly verdict?: string
  /** Number of the carton's step, from 1, or a later one. */
  readonly step?: number
  /** In the carton. */
  readonly units?: number
}

/** Milliseconds from the last Enter key, or since the weight last became stable. */
export interface Wait {
  /** Until what is wanted stands in the page: its sound plays, and the next scan is taken. */
  readonly answered: number
  /** Until it is painted. */
  readonly painted: number
}

interface Waits {
  next: (since: 'key' | 'stable', shown: Shown) => Promise<Wait>
  pending: Promise<Wait> | null
}
type Watched = typeof globalThis & { waits: Waits }

/**
 * Puts a clock into the page that measures a packer's waits. The page is loaded again, because the station keeps a scan's
 * keys from whoever listens after it.
 */
export const installWaits = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const since = { key: 0, stable: 0 }
    let isStable = false
    addEventListener(
      'keydown',
      ({ code }) => {
        if (code === 'Enter') since.key = performance.now()
      },
      { capture: true },
    )
    const byId = (id: string): HTMLElement | null =>
      document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
    const isShown = ({ verdict, step, units }: Shown): boolean => {
      const steps = [...document.querySelectorAll('footer ol > li')]
      const now = steps.findIndex((each) => each.getAttribute('aria-current') === 'step') + 1
      return (
        (units === undefined || Number(byId('carton-units')?.textContent) === units) &&
        (verdict === undefined || byId('scan-feedback')?.dataset['verdict'] === verdict) &&
        (step === undefined || now >= step)
      )
    }
    const watch = (changed: () => boolean): void => {
      const observer = new MutationObserver(() => {
        if (changed()) observer.disconnect()
      })
      observer.observe(document, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      })
    }
    watch(() => {
      const { grams, stable } = byId('scale-reading')?.dataset ?? {}
      const now = stable === 'true' && Number(grams) > 0
      if (now && !isStable) since.stable = performance.now()
      isStable = now
      return false
    })
    const next: Waits['next'] = (from, shown) => {
      since[from] = 0
      return new Promise((resolve) => {
        watch(() => {
          if (since[from] === 0 || !isShown(shown)) return false
          const answered = performance.now() - since[from]
          // The first frame callback runs before the paint, the second after it.
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              resolve({ answered, painted: performance.now() - since[from] }),
            ),
          )
          return true
        })
      })
    }
    ;(globalThis as Watched).waits = { next, pending: null }
  })
  await page.reload()
  await page.getByTestId('scan-feedback').waitFor({ state: 'attached' })
}

/** The wait that `act` begins. */
export const waitFor = async (
  page: Page,
  since: 'key' | 'stable',
  shown: Shown,
  act: () => Promise<unknown>,
): Promise<Wait> => {
  await page.evaluate(
    ([from, what]) => {
      const { waits } = globalThis as Watched
      waits.pending = waits.next(from, what)
    },
    [since, shown] as const,
  )
  await act()
  return page.evaluate(() => (globalThis as Watched).waits.pending ?? Promise.reject())
}

/** Until the page has nothing left to do. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => resolve())))
