import { defineConfig } from '@playwright/test'

// One bench, one scanner, one window: each test owns its display while it runs.
const displays = process.env['E2E_DISPLAYS']?.split(',') ?? []
const own = displays[Number(process.env['TEST_PARALLEL_INDEX'])]
if (own !== undefined) process.env['DISPLAY'] = own

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/playwright',
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test/playwright.json' }]],
  use: { screenshot: 'only-on-failure' },
})
