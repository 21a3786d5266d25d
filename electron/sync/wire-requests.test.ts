import { expect, test } from 'vitest'
import { requestSchemas, type RequestType } from '#shared/contract/linkstar-api.ts'
import { saidAgain } from './wire-requests.ts'

test('what people asked for is said again in another epoch; what runs low is asked for anew', () => {
  const kept = (Object.keys(requestSchemas) as RequestType[]).filter(
    (type) => saidAgain(type, '{}') !== null,
  )
  expect(kept).toEqual(['return-rights', 'import-order', 'plan-boxes', 'declare-order'])
})
