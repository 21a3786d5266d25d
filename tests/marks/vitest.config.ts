import { defineConfig } from 'vitest/config'

// The cartons and labels of `npm test`, many times as many and other ones each time: a test's name tells the seed, and
// LINKSTAR_MARKS=seed prints those once more.
export default defineConfig({
  test: {
    include: ['tests/integration/{box-mark,other-labels}.test.ts'],
    provide: { marks: 500 },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
