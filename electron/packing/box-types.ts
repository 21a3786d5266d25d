import { readFileSync } from 'node:fs'
import { parseBoxTypes } from '#shared/contract/box-types.ts'
import type { BoxType } from '#shared/domain/carton.ts'

/**
 * The box types 箱型 in a JSON file; the first one is the usual one.
 * @throws AppError `invalid-input` when a field is wrong, Error when the file cannot be read
 */
export const loadBoxTypes = (path: string): readonly [BoxType, ...BoxType[]] =>
  parseBoxTypes(readFileSync(path, 'utf8'), path)
