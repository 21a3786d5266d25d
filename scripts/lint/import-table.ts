// Who may import whom. Everything not listed here is refused by the linter; tests/contract/boundaries.test.ts proves it.

/** One folder (a glob) and what its files may import besides each other. */
export interface ImportRow {
  readonly folder: string
  readonly may: readonly string[]
  /** A folder that may be imported for its types alone, which vanish when the code is built; `but` names the one file that may be used. */
  readonly typesOnly?: { readonly folder: string; readonly but: string }
  /** Taken out of what `may` lists. */
  readonly never?: readonly string[]
  /** Exact files of the folder that may import a little more. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>
}

const anyShared = ['#shared/**']
const anyNode = ['node:*', 'node:*/**']
const data = ['#resources/**']
const store = ['#electron/store/index.ts']
const features = ['#electron/*/index.ts']
const composition = ['#electron/{main,ipc,preload}/**']
const ofFeature = [...anyShared, ...anyNode, ...data, ...store, ...features]

// zod compiles its schemas with `new Function`, which the content policy of the window forbids.
const schemas = { folder: '#shared/contract', but: 'channels.ts' }

/** The vendor libraries of each feature; a feature that is not named has kysely alone, for its own queries. */
const vendors: Readonly<Record<string, readonly string[]>> = {
  'command-hash': ['canonicalize'],
  documents: ['fontkit', 'pdfkit', '@expo-google-fonts/noto-sans-sc/**'],
  devices: ['serialport', '@serialport/**', 'node-hid'],
  printing: [
    'kysely',
    '@expo-google-fonts/noto-sans-sc/**',
    '@napi-rs/canvas',
    'fontkit',
    'koffi',
    'node-thermal-printer',
    'zpl-renderer-js',
    'zxing-wasm',
    'zxing-wasm/**',
  ],
  sandbox: [
    'better-sqlite3',
    'hono',
    'hono/**',
    '@hono/node-server',
    'kysely',
    'kysely/**',
    'pg',
    'zod',
  ],
  settings: ['zod'],
  sheets: ['hucre/**', 'kysely', 'papaparse'],
  store: ['better-sqlite3', 'kysely', 'kysely/**'],
  symbols: ['bwip-js', 'bwip-js/**', 'uqr'],
  sync: ['kysely', 'zod'],
}

export const importTable: readonly ImportRow[] = [
  { folder: 'shared', may: [] },
  { folder: 'shared/domain', may: ['#shared/errors.ts', '#shared/result.ts'] },
  { folder: 'shared/label', may: ['#shared/domain/**'] },
  { folder: 'shared/contract', may: ['zod', '#shared/domain/**', '#shared/errors.ts'] },

  { folder: 'electron/*', may: [...ofFeature, 'kysely'], never: composition },
  ...Object.entries(vendors).map(([feature, libraries]) => ({
    folder: `electron/${feature}`,
    may: [...ofFeature, ...libraries],
    never: composition,
  })),
  {
    folder: 'electron/ipc',
    may: [...features, ...anyShared, ...anyNode, 'zod'],
    never: ['#electron/{main,preload}/**'],
    exceptions: { 'sender-check.ts': ['electron'] },
  },
  {
    folder: 'electron/main',
    may: ['electron', '#electron/**', ...anyShared, ...anyNode, ...data, 'pino'],
    never: ['#electron/preload/**'],
  },
  { folder: 'electron/preload', may: ['electron', '#shared/contract/**'], typesOnly: schemas },

  { folder: 'renderer/ui', may: ['react', 'react-aria-components', ...data] },
  {
    folder: 'renderer/lib',
    may: [...anyShared, ...data, 'react', 'i18next', 'react-i18next', 'zustand', 'zustand/**'],
    typesOnly: schemas,
  },
  {
    folder: 'renderer/features/*',
    may: [
      '#renderer/ui/**',
      '#renderer/lib/**',
      ...anyShared,
      ...data,
      'react',
      'react-aria-components',
      'react-i18next',
      'zustand',
      'zustand/**',
    ],
    typesOnly: schemas,
  },
  {
    folder: 'renderer/app',
    may: [
      '#renderer/features/*/index.ts',
      '#renderer/ui/**',
      '#renderer/lib/**',
      ...data,
      'react',
      'react-dom/client',
      'react-aria-components',
      'react-i18next',
      'zustand',
      'zustand/**',
    ],
  },
]
