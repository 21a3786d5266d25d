import { expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { runCrashRounds } from './crash-run.ts'
import { openDisplay } from './display.ts'

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 50)
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)

it(`loses nothing, doubles nothing and mixes nothing up over ${rounds} power cuts`, async () => {
  await openDisplay()
  const figures = await runCrashRounds({ folder: tempFolder(), rounds, seed })
  console.log(`seed ${seed}:`, figures)
  expect(figures.rounds).toBe(rounds)
  expect(figures.cartons).toBeGreaterThan(0)
})
