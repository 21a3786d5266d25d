import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from '@playwright/test'
import type { StationApp } from './station-app.ts'

const run = promisify(execFile)

/** The keyboard of the display, with a hand and a scanner at it: keys come through the X server, as those of hardware do. */
export interface X11Keys {
  /** Types at a scanner's pace, each text followed by Enter, without a pause between them. */
  scan(texts: readonly string[]): Promise<void>
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

/** Gives the station's window the keyboard. Needs xdotool and a display. */
export const plugInX11Keys = async ({ page, electron }: StationApp): Promise<X11Keys> => {
  const pid = String(electron.process().pid)
  const windows = await xdotool('search', '--onlyvisible', '--pid', pid)
  const [window] = windows.split('\n')
  if (window === undefined || window === '') throw new Error('the station shows no window')
  await xdotool('windowfocus', '--sync', window)
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true)
  const type = async (text: string, delay: number): Promise<void> => {
    await xdotool('type', '--delay', String(delay), '--', text)
  }
  return {
    scan: (texts) => type(texts.map((text) => `${text}\n`).join(''), pace.scanner),
    type: (text) => type(text, pace.hand),
    press: async (key) => {
      await xdotool('key', key)
    },
  }
}
