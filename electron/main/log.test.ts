import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { createLog } from './log.ts'

describe('the log', () => {
  it('goes to a file in the data folder, without secrets', () => {
    const home = tempFolder()
    createLog(home).info({ token: 'secret', file: 'x' }, 'enrolled')
    const text = readFileSync(join(home, 'logs/station.log'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({ token: '[Redacted]', file: 'x', msg: 'enrolled' })
  })

  it.runIf(process.platform === 'linux')('ends nobody when the disk is full', () => {
    const home = tempFolder()
    mkdirSync(join(home, 'logs'))
    symlinkSync('/dev/full', join(home, 'logs/station.log'))
    const log = createLog(home)
    expect(() => log.info('there is no room for this')).not.toThrow()
  })
})
