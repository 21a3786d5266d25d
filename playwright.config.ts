import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/playwright',
  // One bench, one scanner, one window: each test owns the display while it runs.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test/playwright.json' }]],
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
})
