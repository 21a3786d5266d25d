import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packingFolder } from '#tests/support/packing-folder.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

interface Seen {
  readonly before: number
  readonly shown: number
  readonly whenFull: object
  readonly stillFull: object
  readonly after: number
  readonly atEnd: object
  readonly faults: readonly string[]
}

/** Root alone may mount; the disk exists for this process and goes with it. */
const onSmallDisk = (from: string): Seen => {
  const disk = tempFolder()
  const script = `mount -t tmpfs -o size=8m tmpfs "$1" && cp -r "$2/." "$1" && exec "$3" "$4" "$1"`
  const program = join(import.meta.dirname, 'full-disk.ts')
  const { stdout, stderr, status } = spawnSync(
    'unshare',
    ['-m', 'sh', '-c', script, 'sh', disk, from, process.execPath, program],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Seen
}

it.runIf(process.getuid?.() === 0)(
  'a full disk stops the packing loudly, with nothing half written, and it goes on when there is room',
  async () => {
    const seen = onSmallDisk(await packingFolder())
    const whole = (packed: number) => ({
      packed,
      scans: packed,
      contents: packed,
      gaps: 0,
      check: 'ok',
    })
    expect(seen.faults).toEqual(['store-full'])
    expect(seen.before).toBeGreaterThan(50)
    expect(seen.whenFull).toEqual(whole(seen.shown))
    expect(seen.stillFull).toMatchObject({ gaps: 0, check: 'ok' })
    expect(seen.after).toBe(60)
    expect(seen.atEnd).toMatchObject({ gaps: 0, check: 'ok' })
    process.stderr.write(`full after ${seen.before} steps and ${seen.shown} scans\n`)
  },
)
