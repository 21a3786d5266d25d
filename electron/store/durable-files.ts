import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

const sync = (path: string, flags: 'r' | 'r+'): void => {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Names of files survive a power cut only when their folder is written out too; Windows does that by itself. */
export const syncFolder = (folder: string): void => {
  if (process.platform !== 'win32') sync(folder, 'r')
}

/** Gives a finished file its name: after a power cut there is the whole file under it, or none. */
export const putInPlace = (unfinished: string, file: string): void => {
  sync(unfinished, 'r+')
  renameSync(unfinished, file)
  syncFolder(dirname(file))
}

/** A folder that is new is a name in the one above it. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
  syncFolder(dirname(folder))
}

/** Once it returns, the file is there for good, with all its bytes; its folder is made where there is none. */
export const keepFile = (file: string, bytes: Uint8Array): void => {
  makeFolder(dirname(file))
  writeFileSync(`${file}.part`, bytes)
  putInPlace(`${file}.part`, file)
}

/** A database is more than its file: what SQLite keeps beside it belongs to it. The database itself comes first. */
export const databaseFiles = (file: string): readonly string[] =>
  ['', '-wal', '-shm'].map((end) => `${file}${end}`).filter((each) => existsSync(each))
