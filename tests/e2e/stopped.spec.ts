import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { ErrorCode } from '#shared/errors.ts'
import { openStore } from '#electron/store/index.ts'
import { launchArguments, readElectronRuntime } from '#scripts/electron-runtime.ts'
import { screensOf } from './support/bench-at-work.ts'
import { expect, test } from './support/fixtures.ts'
import { canMount, mountSmallDisk } from './support/mounts.ts'
import { liveSettings } from './support/station-settings.ts'
import { wordsOf } from './support/words.ts'

const server = { url: 'http://127.0.0.1:9', pairingCode: 'NOBODY' }
const settings = liveSettings({ server, printer: 'tcp://127.0.0.1:9' })

/** The whole page says in both languages what happened and what to do, and nothing can be packed. */
const expectStopped = async (
  page: Page,
  code: ErrorCode,
  facts: readonly string[],
): Promise<void> => {
  const main = page.getByRole('main')
  for (const language of ['zh-CN', 'en'] as const) {
    const words = wordsOf(language)
    await expect(main.getByText(words('start.failed'))).toBeVisible()
    await expect(main.getByText(words(`error.${code}`))).toBeVisible()
  }
  for (const fact of facts) await expect(main).toContainText(fact)
  await expect(page.getByTestId('scan-feedback')).toHaveCount(0)
}

/** A store as the station leaves it: its log written back, in one file. */
const makeStore = (home: string): string => {
  mkdirSync(home, { recursive: true })
  openStore(home).close()
  const file = join(home, 'station.db')
  const db = new Database(file)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  return file
}

for (const [mistake, content, facts] of [
  ['a misspelt value', { mode: 'trainig' }, ['mode', '"training"|"live"']],
  ['a misspelt key', { printer: [] }, ['printer']],
  [
    'an address no printer has',
    { ...settings, printers: [{ ...settings.printers?.[0], address: 'lpt:1' }] },
    ['printers[0].address', 'tcp://host:port'],
  ],
  ['half a file', '{ "mode": "live", ', ['settings.json']],
] as const) {
  test(`settings with ${mistake}: file, key and reason are shown, and the file stays as it is`, async ({
    launch,
    folder,
  }) => {
    const home = join(folder, 'home')
    mkdirSync(home)
    const file = join(home, 'settings.json')
    const bytes = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(file, bytes)
    const station = await launch()
    await expectStopped(station.page, 'settings-invalid', [file, ...facts])
    await station.page.getByRole('button', { name: 'EN' }).click()
    await station.close()
    expect(readFileSync(file, 'utf8')).toBe(bytes)
  })
}

test('a store whose pages are garbage is named and left as it is', async ({ launch, folder }) => {
  const home = join(folder, 'home')
  const file = makeStore(home)
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 3 * 4096, 6 * 4096)
  writeFileSync(file, bytes)
  const station = await launch({ settings })
  await expectStopped(station.page, 'store-corrupt', [file])
  await station.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a store that is no database is named and left as it is', async ({ launch, folder }) => {
  const home = join(folder, 'home')
  mkdirSync(home)
  const file = join(home, 'station.db')
  const bytes = Buffer.alloc(20_000, 'not a database ')
  writeFileSync(file, bytes)
  const station = await launch({ settings })
  await expectStopped(station.page, 'store-corrupt', [file])
  await station.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a store of a newer program is left to it', async ({ launch, folder }) => {
  const file = makeStore(join(folder, 'home'))
  const db = new Database(file)
  db.pragma('user_version = 9999')
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  const bytes = readFileSync(file)
  const station = await launch({ settings })
  await expectStopped(station.page, 'store-newer-schema', [])
  await station.close()
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a folder that another program holds is left to that one', async ({ launch, folder }) => {
  const other = openStore(join(folder, 'home'))
  try {
    const station = await launch({ settings })
    await expectStopped(station.page, 'store-in-use', [])
    await station.close()
  } finally {
    other.close()
  }
})

test('a second station on the same folder says so, ends well, and the first goes on', async ({
  launch,
  folder,
}) => {
  const home = join(folder, 'home')
  const first = await launch()
  const { orders } = await screensOf(first, 'zh-CN')
  await orders.expectOrder('BH20261123-0047')
  const second = spawn(readElectronRuntime().executable, launchArguments(), {
    env: { ...process.env, LINKSTAR_HOME: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said] = await Promise.all([text(second.stderr), once(second, 'exit')])
  expect(second.exitCode).toBe(0)
  expect(said).toContain(`The station is already running on ${home}`)
  await orders.expectOrder('BH20261123-0047')
})

for (const [trouble, code] of [
  ['cannot be written', 'store-read-only'],
  ['is full', 'store-full'],
] as const) {
  test(`a data folder that ${trouble} is named on the whole page`, async ({ launch, folder }) => {
    test.skip(!canMount, 'only root can mount a file system')
    const disk = mountSmallDisk(join(folder, 'home'), 64 * 1024)
    try {
      writeFileSync(join(disk.folder, 'settings.json'), JSON.stringify(settings))
      if (code === 'store-full')
        writeFileSync(join(disk.folder, 'ballast'), Buffer.alloc(56 * 1024))
      disk.makeReadOnly(code === 'store-read-only')
      const station = await launch()
      await expectStopped(station.page, code, [join(disk.folder, 'station.db')])
      await station.close()
    } finally {
      disk.unmount()
    }
  })
}
