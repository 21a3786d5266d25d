import type { Page } from '@playwright/test'
import { askStation } from '#tests/e2e/support/ask-station.ts'
import type { BenchApp } from './bench-app.ts'
import { goodsCode } from './goods.ts'

/** The paint of a scan's answer. */
interface Painted {
  /** Milliseconds from the scan's last key. */
  readonly sinceKey: number
  /** Milliseconds since 1970. */
  readonly at: number
}

interface PaintClock {
  /** Resolves when the answer to the next scan is painted. @param typed whether its keys come through the page */
  next: (typed: boolean) => Promise<Painted>
  pending: Promise<Painted> | null
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
    const next = (typed: boolean): Promise<Painted> => {
      const unitsBefore = text('carton-units')
      lastKeyAt = typed ? 0 : performance.now()
      return new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          // The verdict of the scan before may have been the same: the count tells them apart.
          if (lastKeyAt === 0 || verdict() !== 'accepted') return
          if (text('carton-units') === unitsBefore) return
          observer.disconnect()
          // The first frame callback runs before the paint, the second after it.
          requestAnimationFrame(() =>
            requestAnimationFrame((): void => {
              const now = performance.now()
              resolve({ sinceKey: now - lastKeyAt, at: performance.timeOrigin + now })
            }),
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

/** Scans in the real app, carton after carton. */
export interface PaintedScans {
  /** @returns milliseconds from the scan's last key, or its first byte on the wire, to the painted verdict */
  next(): Promise<number>
}

/** @param wire sends a scan over a line; through the keyboard unless given */
export const createPaintedScans = async (
  { page, scanner }: BenchApp,
  wire: ((code: string) => Promise<void>) | null = null,
): Promise<PaintedScans> => {
  await installPaintClock(page)
  let turn = 0
  const scan = async (): Promise<number> => {
    turn += 1
    await page.evaluate((typed) => {
      const { paintClock } = globalThis as Clocked
      paintClock.pending = paintClock.next(typed)
    }, wire === null)
    const sentAt = performance.timeOrigin + performance.now()
    await (wire ?? scanner.scan)(goodsCode(turn))
    const painted = await page.evaluate(
      () => (globalThis as Clocked).paintClock.pending ?? Promise.reject(),
    )
    return wire === null ? painted.sinceKey : painted.at - sentAt
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
