import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** The packer as one file, which starts in a fifth of the time. @returns where it is */
export const bundlePacker = async (): Promise<string> => {
  const outDir = join(root, 'out/crash')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/crash/packer.ts',
      outDir,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: '[name].js' } },
    },
  })
  return join(outDir, 'packer.js')
}
