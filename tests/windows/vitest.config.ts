import { defineConfig } from 'vitest/config'

// Real Windows code of ours under Wine, which takes a while to set itself up: not part of `npm test`.
export default defineConfig({
  test: {
    include: ['tests/windows/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
