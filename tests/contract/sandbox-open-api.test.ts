import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { factSchemas, openApiDocument, requestSchemas } from '#shared/contract/linkstar-api.ts'
import { startSandboxServer } from '#tests/support/sandbox-server.ts'

const validated = async (document: unknown) => {
  const validator = new Validator()
  const result = await validator.validate(document as Record<string, unknown>)
  return { ...result, version: validator.version as unknown }
}

it('what is served is valid OpenAPI 3.1, says a validator that is not ours', async () => {
  const { url } = await startSandboxServer()
  const document: unknown = await (await fetch(`${url}/openapi.json`)).json()
  expect(await validated(document)).toMatchObject({ valid: true, version: '3.1' })
})

it('that validator finds fault with a broken document', async () => {
  const { paths, ...rest } = openApiDocument('http://127.0.0.1')
  expect(await validated({ ...rest, paths: { nowhere: paths['/v1/skus'] } })).toMatchObject({
    valid: false,
  })
})

it('every kind of change and every command is described', async () => {
  const { components } = openApiDocument('http://127.0.0.1')
  const page = JSON.stringify(components.schemas['ChangesPage'])
  for (const name of [
    'StockingOrder',
    'OrderStatus',
    'Milestone',
    'Receipt',
    'Appointment',
    'Pickup',
    'Freight',
    'Ticket',
  ]) {
    expect(page).toContain(`#/components/schemas/${name}"`)
  }
  const { description } = openApiDocument('http://127.0.0.1').paths['/v1/commands'].post
  for (const type of [...Object.keys(factSchemas), ...Object.keys(requestSchemas)]) {
    expect(description).toContain(type)
  }
})
