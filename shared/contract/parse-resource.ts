import { z } from 'zod'
import { AppError } from '#shared/errors.ts'

/**
 * What a JSON file that ships with the station says.
 * @throws AppError `invalid-input` with the path of the file, and in its message which field is wrong and why
 */
export const parseResource = <Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  path: string,
): z.output<Schema> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid-input', `${path} is not JSON`, { details: { path }, cause })
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const message = `${path}: ${z.prettifyError(parsed.error)}`
  throw new AppError('invalid-input', message, { details: { path }, cause: parsed.error })
}
