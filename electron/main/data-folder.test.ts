import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { dataFolder, trainingServerFolder } from './data-folder.ts'

const trainedFolder = (): string => {
  const home = tempFolder()
  writeFileSync(join(home, 'station.db'), 'trained')
  writeFileSync(join(home, 'station.db-wal'), 'trained too')
  writeFileSync(join(home, 'credentials.bin'), 'training token')
  mkdirSync(join(home, trainingServerFolder))
  return home
}

describe('the data of training and of live work', () => {
  it('starts in the station folder, whichever comes first', () => {
    const home = tempFolder()
    expect(dataFolder(home, 'training')).toBe(home)
    expect(dataFolder(home, 'live')).toBe(home)
  })

  it('never mixes: going live moves what was trained aside, and nothing is lost', () => {
    const home = trainedFolder()
    expect(dataFolder(home, 'live')).toBe(home)
    expect(existsSync(join(home, 'station.db'))).toBe(false)
    expect(existsSync(join(home, 'credentials.bin'))).toBe(false)
    expect(readFileSync(join(home, 'training/station.db'), 'utf8')).toBe('trained')
    expect(readFileSync(join(home, 'training/station.db-wal'), 'utf8')).toBe('trained too')
    expect(dataFolder(home, 'training')).toBe(join(home, 'training'))
  })

  it('finishes a move that was cut short', () => {
    const home = trainedFolder()
    mkdirSync(join(home, 'training'))
    writeFileSync(join(home, 'training/station.db-wal'), 'moved before the cut')
    dataFolder(home, 'live')
    expect(existsSync(join(home, trainingServerFolder))).toBe(false)
    expect(readFileSync(join(home, 'training/station.db'), 'utf8')).toBe('trained')
  })

  it('trains beside live data, never in it', () => {
    const home = tempFolder()
    writeFileSync(join(home, 'station.db'), 'live')
    expect(dataFolder(home, 'training')).toBe(join(home, 'training'))
  })
})
