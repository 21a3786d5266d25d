import type { Page } from '@playwright/test'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import type { BenchApp } from './bench-app.ts'
import { goodsCode } from './goods.ts'

interface PaintClock {
  /** Resolves with the milliseconds of the next scan from its last key to the paint of its answer. */
  next: () => Promise<number>
  pending: Promise<number> | null
}
type Clocked = typeof globalThis & { paintClock: PaintClock }

/**
 * Puts a clock into the page: it starts at Enter and stops when the frame with the accepted verdict has been painted.
 * The page is loaded again, because the station keeps a scan's keys from whoever listens after it.
 */
const installPaintClock = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    let lastKeyAt = 0
    addEventListener(
      'keydown',
      ({ code }) => {
        if (code === 'Enter') lastKeyAt = performance.now()
      },
      { capture: true },
    )
    const text = (id: string): string =>
      document.querySelector(`[data-testid="${id}"]`)?.textContent ?? ''
    const verdict = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-testid="scan-feedback"]')?.dataset['verdict']
    const next = (): Promise<number> => {
      const unitsBefore = text('carton-units')
      lastKeyAt = 0
      return new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          // The verdict of the scan before may have been the same: the count tells them apart.
          if (lastKeyAt === 0 || verdict() !== 'accepted') return
          if (text('carton-units') === unitsBefore) return
          observer.disconnect()
          // The first frame callback runs before the paint, the second after it.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(performance.now() - lastKeyAt)),
          )
        })
        observer.observe(document.body, {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        })
      })
    }
    ;(globalThis as Clocked).paintClock = { next, pending: null }
  })
  await page.reload()
  await page.getByTestId('scan-feedback').waitFor({ state: 'attached' })
}

const unitsACarton = 40

/** Scans through the keyboard of the real app, carton after carton. */
export interface PaintedScans {
  /** @returns milliseconds from the scan's last key to the painted verdict */
  next(): Promise<number>
}

export const createPaintedScans = async ({ page, scanner }: BenchApp): Promise<PaintedScans> => {
  await installPaintClock(page)
  let turn = 0
  const scan = async (): Promise<number> => {
    turn += 1
    await page.evaluate(() => {
      const { paintClock } = globalThis as Clocked
      paintClock.pending = paintClock.next()
    })
    await scanner.scan(goodsCode(turn))
    return page.evaluate(() => (globalThis as Clocked).paintClock.pending ?? Promise.reject())
  }
  const begin = async (): Promise<void> => {
    const bench = await askStation(page, 'bench.snapshot', undefined)
    const code = bench.ok ? bench.value.state.carton?.code : undefined
    if (code !== undefined) await askStation(page, 'cartons.void', { code, reason: 'full' })
    // The scan that opens a carton is not one of them.
    await scan()
  }
  return {
    next: async () => {
      if (turn % unitsACarton === 0) await begin()
      return scan()
    },
  }
}
