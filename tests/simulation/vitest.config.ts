import { defineConfig } from 'vitest/config'

// The histories of `npm test`, forty times as many and other ones each time.
export default defineConfig({
  test: {
    include: ['tests/simulation/histories.test.ts'],
    provide: { histories: 20_000 },
    testTimeout: 7_200_000,
    hookTimeout: 60_000,
  },
})
