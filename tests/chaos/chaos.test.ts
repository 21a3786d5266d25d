import { describe, expect, inject, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { testDatabase } from '#tests/support/test-database.ts'
import { runChaos } from './chaos-run.ts'

const scans = Number(process.env['CHAOS_SCANS'] ?? 2_000)
const cartons = Number(process.env['CHAOS_CARTONS'] ?? 100)
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000)

describe.for(['SQLite', 'PostgreSQL'])('a server on %s, behind a line that breaks', (kind) => {
  it.for([
    ['', false],
    [', with kill -9 of both in between', true],
  ] as const)(
    `has ${scans} scans and ${cartons} cartons once in the end%s`,
    async ([what, kills]) => {
      expect(inject('postgresUrl')).toBeDefined()
      const database = kind === 'PostgreSQL' ? await testDatabase() : null
      const run = { folder: tempFolder(), seed, scans, cartons, faults: 10, kills, database }
      const figures = await runChaos(run)
      console.log(`${kind}${what}, seed ${seed}: ${JSON.stringify(figures)}`)
      expect(figures.cartons).toBeGreaterThanOrEqual(cartons)
      expect(figures.stationKills > 0).toBe(kills)
    },
  )
})
