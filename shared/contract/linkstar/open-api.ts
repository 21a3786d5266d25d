import { z } from 'zod'
import { apiErrorSchema } from './api-error.ts'
import { cartonSchema } from './carton.ts'
import { commandBatchSchema, commandResultsSchema } from './commands.ts'
import { factSchemas } from './facts.ts'
import { changesPageSchema, defaultPageSize, maxPageSize, skusPageSchema } from './feeds.ts'
import { requestSchemas } from './requests.ts'
import { skuSchema } from './sku.ts'
import { enrolledSchema, enrolmentSchema } from './stations.ts'
import { stockingOrderSchema } from './stocking-order.ts'

const schemaPath = '#/components/schemas/'

const pascal = (kebab: string): string =>
  kebab.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

const named: Readonly<Record<string, z.ZodType>> = {
  StockingOrder: stockingOrderSchema,
  Sku: skuSchema,
  Carton: cartonSchema,
  Enrolment: enrolmentSchema,
  Enrolled: enrolledSchema,
  CommandBatch: commandBatchSchema,
  CommandResults: commandResultsSchema,
  ChangesPage: changesPageSchema,
  SkusPage: skusPageSchema,
  ApiError: apiErrorSchema,
  ...Object.fromEntries(
    Object.entries({ ...factSchemas, ...requestSchemas })
      .filter(([, schema]) => schema !== cartonSchema)
      .map(([type, schema]) => [`${pascal(type)}Payload`, schema]),
  ),
}

const componentSchemas = (): Record<string, unknown> => {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => schemaPath + id, io: 'input' })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _, $schema: __, ...schema }]) => [id, schema]),
  )
}

const reference = (name: string) => ({ $ref: schemaPath + name })
const json = (name: string) => ({ 'application/json': { schema: reference(name) } })
const answer = (description: string, name: string) => ({ description, content: json(name) })
const failures = (descriptions: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(descriptions).map(([status, text]) => [status, answer(text, 'ApiError')]),
  )

const unauthenticated = { '401': 'No token, or one that has ended' }
const wrongInput = { '400': 'Not JSON, or fields are wrong: `details.issues` names each' }
const tooLarge = { '413': 'The body is too large' }
const cursorGone = { '410': 'The cursor is of a feed that is no more: start from the beginning' }

const feed = (summary: string, page: string) => ({
  get: {
    summary,
    parameters: [
      { name: 'cursor', in: 'query', required: false, schema: { type: 'string' } },
      {
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: maxPageSize, default: defaultPageSize },
      },
    ],
    responses: {
      '200': answer('What lies after the cursor', page),
      ...failures({ ...wrongInput, ...unauthenticated, ...cursorGone }),
    },
  },
})

const commandTypes = [...Object.keys(factSchemas), ...Object.keys(requestSchemas)]

/** The OpenAPI 3.1 document of the contract, made of its zod schemas. */
export const openApiDocument = (serverUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Linkstar API',
    version: '1.0.0',
    description: 'Stocking orders go down to packing stations, facts about cartons come up.',
  },
  servers: [{ url: serverUrl }],
  security: [{ stationToken: [] }],
  paths: {
    '/v1/stations': {
      post: {
        summary: 'Enrol a station with a pairing code',
        security: [],
        requestBody: { required: true, content: json('Enrolment') },
        responses: {
          '201': answer('Enrolled', 'Enrolled'),
          ...failures({
            ...wrongInput,
            '403': 'Wrong pairing code',
            '404': 'No such station',
            ...tooLarge,
          }),
        },
      },
    },
    '/v1/commands': {
      post: {
        summary: 'Apply the next commands of a station, each exactly once',
        description:
          `Types: ${commandTypes.join(', ')}. The hash of a command is SHA-256, lower-case hex, over the ` +
          'RFC 8785 canonical JSON of {"type", "payload"}. A batch is applied whole or not at all.',
        requestBody: { required: true, content: json('CommandBatch') },
        responses: {
          '200': answer('The result of each command, the same for ever', 'CommandResults'),
          ...failures({
            ...wrongInput,
            ...unauthenticated,
            '403': 'The token belongs to another station',
            '409': 'A gap (`details.expected_seq`) or an old epoch (`details.epoch`)',
            ...tooLarge,
            '422': 'Recorded before with another payload, or a wrong hash (`details.seq`)',
          }),
        },
      },
    },
    '/v1/changes': feed('Orders that changed, each once as it is now', 'ChangesPage'),
    '/v1/skus': feed('The catalogue of all SKUs', 'SkusPage'),
  },
  components: {
    securitySchemes: { stationToken: { type: 'http', scheme: 'bearer' } },
    schemas: componentSchemas(),
  },
})
