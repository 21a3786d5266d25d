import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Artefacts that outlive a clone: the Electron runtime and the binding compiled for it. */
export const cacheFolder = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'linkstar-station',
)

/** The pinned Node 24 of node_modules; it runs every tool that needs more than the machine's Node. */
export const pinnedNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
