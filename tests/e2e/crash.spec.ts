import { runCrashRounds } from '#tests/crash/crash-run.ts'
import { expect, test } from './support/fixtures.ts'

const phases = ['scan-answered', 'sealed', 'half-printed', 'scan-back', 'uploading'] as const

// Hundreds of acts: their pictures would take longer than the acts.
test.use({ trace: 'off' })

test('five power cuts while packing lose nothing, double nothing and mix nothing up', async ({
  folder,
}) => {
  test.setTimeout(180_000)
  const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000)
  const figures = await runCrashRounds({ folder, rounds: phases.length, seed, phases })
  console.log(`seed ${seed}: ${JSON.stringify(figures)}`)
  expect(figures.rounds).toBe(phases.length)
})
