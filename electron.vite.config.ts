import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/app/main',
      // Of many small modules: one file is read sooner than hundreds.
      externalizeDeps: { exclude: ['zod', 'kysely', 'canonicalize'] },
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          'command-sheet-worker': 'electron/documents/command-sheet-worker.ts',
          'label-worker': 'electron/printing/label-worker.ts',
          'sandbox-worker': 'electron/sandbox/sandbox-worker.ts',
          'sheet-worker': 'electron/sheets/sheet-worker.ts',
          'store-worker': 'electron/store/store-worker.ts',
          'virtual-printer-worker': 'electron/printing/virtual-printer-worker.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/app/preload',
      // A sandboxed preload can load nothing but `electron`: everything else is bundled into one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out/app/renderer',
      // A third of the text to read and parse before the first scan can be taken.
      minify: true,
      // The content policy forbids inline scripts, and the preload polyfill is one; Chromium needs none.
      modulePreload: { polyfill: false },
      // Fonts and sounds stay files: the content policy allows no `data:` sources.
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
