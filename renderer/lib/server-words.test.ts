import { describe, expect, it } from 'vitest'
import { commandName, serverReasons } from './server-words.ts'

describe('words for what the server speaks of', () => {
  it('knows the commands of the station, and shows the name of any other', () => {
    expect(commandName('carton-sealed')).toEqual({ key: 'command.carton-sealed', values: {} })
    expect(commandName('book-a-ship')).toEqual({
      key: 'command.other',
      values: { type: 'book-a-ship' },
    })
    expect(commandName('other')).toEqual({ key: 'command.other', values: { type: 'other' } })
  })

  it('tells each of several reasons', () => {
    expect(serverReasons('over-packed, odd')).toEqual([
      { key: 'serverCode.over-packed', values: {} },
      { key: 'serverCode.other', values: { code: 'odd' } },
    ])
  })
})
