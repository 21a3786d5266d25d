import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Tests wait for devices and servers more than they count: a core less than there are, as is usual, would idle.
    maxWorkers: '100%',
    // V8 loses count of its code pages where the processor has such keys and threads run WebAssembly, and ends the process
    // (`Check failed: jit_page.has_value()`, nodejs/node#64500).
    execArgv: ['--no-memory-protection-keys'],
    reporters: ['default', 'json'],
    outputFile: { json: 'out/test/vitest.json' },
    projects: [
      {
        extends: true,
        test: {
          name: 'station',
          include: [
            '{shared,electron,scripts}/**/*.test.ts',
            'renderer/**/*.test.{ts,tsx}',
            'tests/{integration,contract,simulation}/**/*.test.{ts,tsx}',
          ],
          exclude: ['tests/contract/postgres-*.test.ts'],
        },
      },
      {
        // The server's own tests once more, on the other database.
        extends: true,
        test: {
          name: 'postgres',
          include: [
            'electron/sandbox/carton-facts.test.ts',
            'tests/contract/{sandbox,postgres-}*.test.ts',
            'tests/integration/sync-line.test.ts',
          ],
          globalSetup: ['tests/support/postgres-cluster.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
