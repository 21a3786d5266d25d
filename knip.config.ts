import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'electron/main/index.ts!',
    'electron/preload/index.ts!',
    // Loaded as worker threads by the name of the built file.
    'electron/printing/{label,virtual-printer}-worker.ts!',
    'electron/documents/command-sheet-worker.ts!',
    'electron/sandbox/sandbox-worker.ts!',
    'electron/sheets/sheet-worker.ts!',
    'electron/store/store-worker.ts!',
    'renderer/app/main.tsx!',
    'scripts/{start,test,e2e,check,ci-summary,demo,label,sandbox,bench}.ts',
    // Run as processes of their own by the tests beside them.
    'tests/crash/{packer,full-disk}.ts',
    'tests/chaos/bare-station.ts',
    // The baseline server, a process of its own.
    'tests/bench/baseline/raw-server.ts',
    // Renders labels in a process whose memory is measured.
    'tests/bench/support/label-run.ts',
    'tests/bench/support/scale-run.ts',
    // Runs in Windows' own Node.
    'tests/windows/sender.ts',
    'tests/**/*.test.{ts,tsx}',
    // Pictures of the screen, taken on demand.
    'tests/e2e/{pictures.config,*.pictures}.ts',
  ],
  project: ['{electron,renderer,shared,scripts,tests}/**/*.{ts,tsx,mjs}'],
  ignoreDependencies: [
    // Its font files are read, no code of it is imported.
    '@expo-google-fonts/noto-sans-sc',
    // scripts/prepare runs these two by path.
    '@electron/fuses',
    'node-gyp',
  ],
  // Of the system: a small disk, a pipe, a cable and a print scheduler of a test's own, and a screen where there is none.
  ignoreBinaries: ['cupsd', 'mkfifo', 'mount', 'openssl', 'socat', 'umount', 'unshare', 'Xvfb'],
  // A schema is exported beside the type that is derived from it.
  ignoreExportsUsedInFile: true,
  // The types that a door hands out belong to what it hands out, used by name or not.
  exclude: ['types'],
}

export default config
