import type { BoxMarkInput } from '#shared/domain/box-mark.ts'
import type { LabelInput } from '#shared/domain/label-input.ts'
import { AppError } from '#shared/errors.ts'
import { boxMarkSchema } from '#shared/contract/box-mark-schema.ts'
import { labelSchema } from '#shared/contract/label-schema.ts'

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`,
    '',
  )

type Parsed<Value> =
  | { readonly success: true; readonly data: Value }
  | {
      readonly success: false
      readonly error: {
        readonly issues: readonly {
          readonly path: readonly PropertyKey[]
          readonly message: string
        }[]
      }
    }

const orThrow = <Value>(parsed: Parsed<Value>): Value => {
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = pathText(issue?.path ?? [])
  throw new AppError('invalid-input', `${path}: ${issue?.message ?? 'invalid'}`, {
    details: { path, reason: issue?.message ?? 'invalid' },
  })
}

/** @throws AppError invalid-input with the first wrong field's path, e.g. `items[3].quantity` */
export const parseMarkInput = (input: unknown): BoxMarkInput =>
  orThrow(boxMarkSchema.safeParse(input))

/** @throws AppError invalid-input with the first wrong field's path, e.g. `warehouse.code` */
export const parseLabelInput = (input: unknown): LabelInput => orThrow(labelSchema.safeParse(input))
