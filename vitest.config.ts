import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{shared,electron,scripts}/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'tests/{integration,contract,simulation}/**/*.test.{ts,tsx}',
    ],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'out/test/vitest.json' },
  },
})
