import { spawnSync } from 'node:child_process'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createStoreCare, openStore } from './index.ts'

const killedIn = (folder: string): void => {
  const program = `
    import { openStore } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
    openStore(${JSON.stringify(folder)})
    process.kill(process.pid, 'SIGKILL')`
  spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
  })
}

describe('an unclean exit', () => {
  it('is known at the next start, and forgotten after a clean one', () => {
    const folder = tempFolder()
    killedIn(folder)
    const ends = [1, 2].map(() => {
      const store = openStore(folder)
      store.close()
      return store.endedUncleanly
    })
    expect(ends).toEqual([true, false])
  })

  it('has the store checked to the last index beside the work, and damage shuts it', async () => {
    const folder = tempFolder()
    killedIn(folder)
    // An index without a row that belongs into it: the quick check passes over that.
    const raw = new Database(join(folder, 'station.db'))
    raw.unsafeMode()
    raw.exec('create index spare on scans (carton_code) where undone = 0')
    raw.pragma('writable_schema = on')
    raw.exec(
      `insert into scans (source, text, outcome, at, carton_code, undone) values ('wedge', '1', 'accepted', 'now', 'c', 1)`,
    )
    raw.exec(
      `update sqlite_schema set sql = replace(sql, 'undone = 0', 'undone = 1') where name = 'spare'`,
    )
    raw.close()

    const found: string[] = []
    const store = openStore(folder, { onDamage: ({ code }) => found.push(code) })
    onTestFinished(store.close)
    const care = createStoreCare({
      store,
      workerUrl: new URL('./store-worker.ts', import.meta.url),
      every: () => () => undefined,
      failed: () => undefined,
      backedUp: () => undefined,
    })
    await vi.waitFor(() => expect(found).toEqual(['store-corrupt']), { timeout: 10_000 })
    expect(() => store.transaction(() => undefined)).toThrow(
      expect.objectContaining({ code: 'store-corrupt' }),
    )
    await care.close()
  })
})
