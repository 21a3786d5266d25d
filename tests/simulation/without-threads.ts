import type * as zlibModule from 'node:zlib'

type Zlib = typeof zlibModule

/** Compression runs in threads; in a simulation nothing may take a time of its own. */
export const withoutThreads = (zlib: Zlib): Zlib => {
  const gzip = (data: string, done: (error: null, bytes: Buffer) => void): void =>
    done(null, zlib.gzipSync(data))
  return { ...zlib, gzip: gzip as Zlib['gzip'] }
}
