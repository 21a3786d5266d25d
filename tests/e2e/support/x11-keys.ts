import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import type { StationApp } from './station-app.ts'

const run = promisify(execFile)

/** The keyboard of the display, with a hand and a scanner at it: keys come through the X server, as those of hardware do. */
export interface X11Keys {
  /**
   * Types at a scanner's pace, each text followed by Enter, without a pause between them.
   * @returns whether the keys came as a scanner sends them: a busy machine stretches what xdotool types
   */
  scan(texts: readonly string[]): Promise<boolean>
  /** Types as a hand does, a few keys a second. */
  type(text: string): Promise<void>
  /** A key by its name, e.g. `Caps_Lock`. */
  press(key: string): Promise<void>
}

/**
 * xdotool waits about half of this between two keys, in milliseconds. The scanner's go as fast as the display takes them,
 * faster than any scanner types: with pauses in them a busy machine would stretch some beyond what one scan may last.
 */
const pace = { scanner: 0, hand: 400 }

const xdotool = async (...args: readonly string[]): Promise<string> => {
  const { stdout } = await run('xdotool', [...args], { maxBuffer: 1 << 20 })
  return stdout.trim()
}

/** No scanner pauses for so long within a scan, in milliseconds. */
const longestPauseMs = 100

/** Notes what the display says of each key when it went down, also of those that the station keeps from the page. */
const noteKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const keys: [name: string, at: number][] = []
    const noted = new WeakSet<Event>()
    const note = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.type !== 'keydown' || noted.has(event)) return
      noted.add(event)
      keys.push([event.key, event.timeStamp])
    }
    window.addEventListener('keydown', note, { capture: true })
    const stop: () => void = Reflect.get(Event.prototype, 'stopImmediatePropagation')
    KeyboardEvent.prototype.stopImmediatePropagation = function (): void {
      note(this)
      stop.call(this)
    }
    Object.assign(window, { keysNoted: keys })
  })

const keysNoted = (page: Page): Promise<readonly [name: string, at: number][]> =>
  page.evaluate(() => Reflect.get(window, 'keysNoted') as [name: string, at: number][])

/** Gives the station's window the keyboard. Needs xdotool and a display. */
export const plugInX11Keys = async ({ page, electron }: StationApp): Promise<X11Keys> => {
  const pid = String(electron.process().pid)
  const windows = await xdotool('search', '--onlyvisible', '--pid', pid)
  const [window] = windows.split('\n')
  if (window === undefined || window === '') throw new Error('the station shows no window')
  await xdotool('windowfocus', '--sync', window)
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
  await noteKeys(page)
  const type = async (text: string, delay: number): Promise<void> => {
    await xdotool('type', '--delay', String(delay), '--', text)
  }
  return {
    scan: async (texts) => {
      const before = (await keysNoted(page)).length
      await type(texts.map((text) => `${text}\n`).join(''), pace.scanner)
      const ends = async () => {
        const keys = (await keysNoted(page)).slice(before)
        return keys.filter(([name]) => name === 'Enter').length
      }
      await expect.poll(ends, { timeout: 30_000 }).toBe(texts.length)
      const keys = (await keysNoted(page)).slice(before)
      return keys.every(([, at], index) => {
        const [name, last] = keys[index - 1] ?? ['Enter', at]
        return name === 'Enter' || at - last <= longestPauseMs
      })
    },
    type: (text) => type(text, pace.hand),
    press: async (key) => {
      await xdotool('key', key)
    },
  }
}
