import { defineConfig } from 'vitest/config'

// Kills real processes again and again, for minutes: not part of `npm test`.
export default defineConfig({
  test: { include: ['tests/crash/**/*.test.ts'], testTimeout: 3_600_000, fileParallelism: false },
})
