import { documentTypes, largestDocument } from './documents.ts'
import { factSchemas } from './facts.ts'
import { defaultPageSize, maxPageSize } from './feeds.ts'
import { componentSchemas, schemaPath } from './open-api-schemas.ts'
import { requestSchemas } from './requests.ts'

const reference = (name: string) => ({ $ref: schemaPath + name })
const json = (name: string) => ({ 'application/json': { schema: reference(name) } })
const answer = (description: string, name: string) => ({ description, content: json(name) })
const failures = (descriptions: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries({ ...descriptions, ...busy }).map(([status, text]) => [
      status,
      answer(text, 'ApiError'),
    ]),
  )

const unauthenticated = { '401': 'No token, or one that has ended' }
const wrongInput = { '400': 'Not JSON, or fields are wrong: `details.issues` names each' }
const tooLarge = { '413': 'The body is too large' }
const wrongMedia = { '415': 'A content type or content encoding that is not taken' }
const busy = {
  '429': 'Too much at once: wait as long as `Retry-After` says',
  '500': 'The server failed',
  '503': 'Away for a while: wait as long as `Retry-After` says',
}
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

const documentBody = {
  // OpenAPI 3.1 describes bytes by their media type alone.
  content: Object.fromEntries(documentTypes.map((type) => [type, {}])),
}
const documentParameters = [
  {
    name: 'hash',
    in: 'path',
    required: true,
    description: 'SHA-256 of the bytes, lower-case hex',
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
]

const commandTypes = [...Object.keys(factSchemas), ...Object.keys(requestSchemas)]

/** The OpenAPI 3.1 document of the contract, made of its zod schemas. */
export const openApiDocument = (serverUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Linkstar API',
    version: '1.0.0',
    description:
      'Stocking orders go down to packing stations, facts about cartons come up. ' +
      'Request bodies may be gzipped (`Content-Encoding: gzip`), answers are when asked.',
    license: { name: 'MIT', identifier: 'MIT' },
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
            ...wrongMedia,
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
            ...wrongMedia,
            '422': 'Recorded before with another payload, or a wrong hash (`details.seq`)',
          }),
        },
      },
    },
    '/v1/changes': feed(
      'Orders and what became of them; kinds that a client does not know are passed by',
      'ChangesPage',
    ),
    '/v1/skus': feed('The catalogue of all SKUs', 'SkusPage'),
    '/v1/documents/{hash}': {
      parameters: documentParameters,
      get: {
        summary: 'A document by the hash of its bytes',
        responses: {
          '200': { description: 'The bytes', ...documentBody },
          ...failures({ ...wrongInput, ...unauthenticated, '404': 'No such document' }),
        },
      },
      put: {
        summary: 'Put a document up, once or again',
        description: `At most ${largestDocument} bytes.`,
        requestBody: { required: true, ...documentBody },
        responses: {
          '200': { description: 'It was here before' },
          '201': { description: 'Stored' },
          ...failures({
            ...wrongInput,
            ...unauthenticated,
            ...tooLarge,
            ...wrongMedia,
            '422': 'The bytes have another hash',
          }),
        },
      },
    },
  },
  components: {
    securitySchemes: { stationToken: { type: 'http', scheme: 'bearer' } },
    schemas: componentSchemas(),
  },
})
