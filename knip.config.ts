import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'electron/main/index.ts!',
    'electron/preload/index.ts!',
    // Loaded as worker threads by the name of the built file.
    'electron/printing/{label,virtual-printer}-worker.ts!',
    'electron/sandbox/sandbox-worker.ts!',
    'renderer/app/main.tsx!',
    'scripts/prepare.mjs',
    'scripts/{start,test,e2e,check,ci-summary,demo,label,sandbox,bench}.ts',
    'tests/**/*.test.{ts,tsx}',
  ],
  project: ['{electron,renderer,shared,scripts,tests}/**/*.{ts,tsx,mjs}'],
  // Copied beside the Electron runtime, never imported.
  ignore: ['scripts/prepare/electron-launcher/**'],
  ignoreDependencies: [
    // Named by the customer; the ESC/POS printers use it.
    'node-thermal-printer',
    // Node itself, so that every npm script runs on the version pinned here.
    'node',
    // oxlint starts it by itself for the rules that need types.
    'oxlint-tsgolint',
    // scripts/prepare runs these three by path, on the machine's Node.
    '@electron/fuses',
    'electron',
    'node-gyp',
  ],
  // A schema is exported beside the type that is derived from it.
  ignoreExportsUsedInFile: true,
  // Debian programs and the shell's own.
  ignoreBinaries: ['exec', 'xvfb-run'],
}

export default config
