import { defineConfig } from 'vitest/config'

// Minutes of packing over a line that breaks: not part of `npm test`, which has a small form of it.
export default defineConfig({
  test: {
    include: ['tests/chaos/**/*.test.ts'],
    globalSetup: ['tests/support/postgres-cluster.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
