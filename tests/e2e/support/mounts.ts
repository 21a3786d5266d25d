import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** A folder that stands on a file system of its own; only root can make one. */
export interface MountedFolder {
  readonly folder: string
  /** From now on nothing in it can be written, or again. */
  makeReadOnly(on: boolean): void
  unmount(): void
}

export const canMount = process.getuid?.() === 0

/** Root may write anywhere, whatever a folder's mode: only the file system itself can refuse or be full. */
export const mountSmallDisk = (folder: string, bytes: number): MountedFolder => {
  mkdirSync(folder, { recursive: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder])
  return {
    folder,
    makeReadOnly: (on) => {
      execFileSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, folder])
    },
    unmount: () => {
      execFileSync('umount', ['--lazy', folder])
    },
  }
}
