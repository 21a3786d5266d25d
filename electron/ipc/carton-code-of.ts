import { parseCartonCode, type CartonCode } from '#shared/domain/carton-code.ts'
import { AppError } from '#shared/errors.ts'

/** @throws AppError carton-unknown when the text is no carton code */
export const cartonCodeOf = (text: string): CartonCode => {
  const code = parseCartonCode(text)
  if (code !== null) return code
  throw new AppError('carton-unknown', `${text} is no carton code`, {
    details: { cartonCode: text },
  })
}
