import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/** Takes a picture of every state instead of testing. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../out/test/pictures',
  timeout: 300_000,
  reporter: 'list',
  use: { trace: 'off' },
})
