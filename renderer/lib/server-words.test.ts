import { describe, expect, it } from 'vitest'
import { apiErrorStatus, flagCodes, refusalCodes } from '#shared/contract/linkstar-api.ts'
import { catalogues } from './i18n/catalogue.ts'
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

  it('has words for every code of the contract, in both languages', () => {
    const codes = [...Object.keys(apiErrorStatus), ...flagCodes, ...refusalCodes]
    for (const texts of Object.values(catalogues)) {
      for (const code of codes) expect(texts).toHaveProperty([`serverCode.${code}`])
    }
  })

  it('tells each of several reasons', () => {
    expect(serverReasons('over-packed, odd')).toEqual([
      { key: 'serverCode.over-packed', values: {} },
      { key: 'serverCode.other', values: { code: 'odd' } },
    ])
  })
})
