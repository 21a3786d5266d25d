import { afterAll, beforeAll } from 'vitest'
import { makeTemplate, type Template } from './template.ts'

const mostStations = 3

/** Templates for every number of stations, there while the tests of this file run. */
export const useTemplates = (): ((stations: number) => Template) => {
  const templates = new Map<number, Template>()
  beforeAll(async () => {
    for (let stations = 1; stations <= mostStations; stations += 1) {
      templates.set(stations, await makeTemplate(stations))
    }
  })
  afterAll(() => {
    for (const template of templates.values()) template.remove()
  })
  return (stations) => {
    const template = templates.get(stations)
    if (template === undefined) throw new RangeError(`no template of ${stations} stations`)
    return template
  }
}
