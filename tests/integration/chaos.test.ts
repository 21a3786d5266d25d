import { AssertionError } from 'node:assert'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { FeedbackView } from '#shared/contract/views.ts'
import { commandHash } from '#electron/command-hash/index.ts'
import { bareStations } from '#tests/chaos/open-bare-station.ts'
import { type ChaosEnd, runChaos, untilDrained } from '#tests/chaos/chaos-run.ts'
import { checkPaper } from '#tests/crash/print-checks.ts'
import { checkAcknowledged, scansAfter } from '#tests/crash/scan-log.ts'
import { checkRights, checkServer } from '#tests/crash/server-checks.ts'
import { checkStore } from '#tests/crash/store-checks.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000)
const wait = 180_000

/** A copy of the station's folder in which somebody has done this. */
const doctored = (home: string, change: (db: Database.Database) => void): string => {
  const folder = join(tempFolder(), 'home')
  cpSync(home, folder, { recursive: true })
  const db = new Database(join(folder, 'station.db'))
  change(db)
  db.close()
  return folder
}

/** The codes of all cartons that are not at the server as they are here. */
const wrongCartons = async (
  home: string,
  server: ChaosEnd['server'],
): Promise<readonly string[]> => {
  try {
    await checkServer(home, server)
    return []
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error
    const there = error.actual as readonly { readonly code: string }[]
    const here = error.expected as readonly { readonly code: string }[]
    return there
      .filter((carton, at) => !isDeepStrictEqual(carton, here[at]))
      .map(({ code }) => code)
  }
}

/** Lets the station of this folder send what it has to send. */
const send = async (home: string, { settings }: ChaosEnd): Promise<void> => {
  const faults: string[] = []
  const open = bareStations((what) => faults.push(what))
  const ignore = (): void => undefined
  const station = await open({ home, settings, observed: ignore, launched: ignore })
  await untilDrained(station)
  await station.close()
  expect(faults).toEqual([])
}

type Seal = { code: string; seq: number; payload: string }

/** The last two cartons that were sealed and are verified now. */
const sealsIn = (db: Database.Database): readonly Seal[] =>
  db
    .prepare<[], Seal>(
      `SELECT code, max(seq) AS seq, payload FROM outbox
       JOIN cartons ON code = json_extract(payload, '$.carton_code')
       WHERE type = 'carton-sealed' AND state = 'verified' GROUP BY code ORDER BY seq DESC LIMIT 2`,
    )
    .all()

/** What a look at the end of a run must find wrong: each of these is a station or a server that lies a little. */
const plant = async (end: ChaosEnd): Promise<void> => {
  const { home, server, printer } = end
  const cartons = await server.cartons()
  const first = cartons[0]!
  const told = (...those: typeof cartons) => ({ cartons: () => Promise.resolve(those) })
  await expect(checkServer(home, told(...cartons))).resolves.toBeUndefined()
  await expect(checkServer(home, told(...cartons.slice(1)))).rejects.toThrow(AssertionError)
  await expect(checkServer(home, told())).rejects.toThrow(AssertionError)
  const twice = { ...first, sealed_facts: first.sealed_facts + 1 }
  await expect(checkServer(home, told(twice, ...cartons.slice(1)))).rejects.toThrow(AssertionError)

  const heavier = doctored(home, (db) => {
    db.exec("UPDATE cartons SET gross_g = gross_g + 1 WHERE state = 'verified'")
  })
  await expect(checkServer(heavier, server)).rejects.toThrow(AssertionError)
  const fuller = doctored(home, (db) => {
    db.exec(`UPDATE carton_contents SET quantity = quantity + 1
      WHERE code = (SELECT min(code) FROM cartons WHERE state = 'verified')`)
  })
  await expect(checkServer(fuller, server)).rejects.toThrow(AssertionError)
  expect(() => checkStore(fuller)).toThrow(/units of a line differ/)
  const richer = doctored(home, (db) => db.exec('UPDATE order_lines SET granted = granted + 1'))
  await expect(checkRights(richer, server)).rejects.toThrow(AssertionError)
  const lines = await server.rights()
  const leaking = lines.map((line, at) => (at === 0 ? { ...line, pool: line.pool - 1 } : line))
  const leaky = { rights: () => Promise.resolve(leaking) }
  await expect(checkRights(home, leaky)).rejects.toThrow(/rights to/)

  const label = printer.received.find(({ length }) => length > 0)!
  expect(() => checkPaper(home, [...printer.received, label])).toThrow(/sent to the printer twice/)
  const scans = scansAfter(home, 0).filter(({ outcome }) => outcome !== 'locked')
  const answers = scans as readonly unknown[] as readonly FeedbackView[]
  expect(() => checkAcknowledged(answers, scans.toSpliced(3, 1))).toThrow(/acknowledged scan/)
}

describe('a line that breaks in every way', () => {
  it(
    'loses nothing, doubles nothing and mixes nothing up; and the checks would see it',
    async () => {
      let seals: readonly Seal[] = []
      const figures = await runChaos(
        {
          folder: tempFolder(),
          seed,
          scans: 150,
          cartons: 8,
          faults: 1,
          kills: false,
          database: null,
        },
        async (end) => {
          await plant(end)
          const resent = doctored(end.home, (db) => {
            seals = sealsIn(db)
            // As a station would that numbers a command anew when its answer was cut off.
            db.prepare(
              `INSERT INTO outbox (epoch, seq, type, payload, hash, created_at)
             SELECT epoch, (SELECT last_seq + 1 FROM station), type, payload, hash, created_at
             FROM outbox WHERE seq = ?`,
            ).run(seals[0]!.seq)
            db.exec('UPDATE station SET last_seq = last_seq + 1')
          })
          await send(resent, end)
          expect(await wrongCartons(end.home, end.server)).toEqual([seals[0]!.code])

          const altered = doctored(resent, (db) => {
            const { seq, payload } = seals[1]!
            const other = JSON.parse(payload) as Record<string, unknown>
            other['weight_g'] = 1
            const hash = commandHash('carton-sealed', other)
            // As a station would that sends something else under the number of a command whose answer was cut off.
            db.prepare('UPDATE outbox SET result = NULL, payload = ?, hash = ? WHERE seq = ?').run(
              JSON.stringify(other),
              hash,
              seq,
            )
          })
          await send(altered, end)
          const codes = seals.map(({ code }) => code).toSorted()
          expect(await wrongCartons(end.home, end.server)).toEqual(codes)
        },
      )
      console.log(`seed ${seed}: ${JSON.stringify(figures)}`)
      expect(figures.cartons).toBeGreaterThanOrEqual(8)
    },
    wait,
  )
})
