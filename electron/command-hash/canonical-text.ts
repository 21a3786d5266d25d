import canonicalize from 'canonicalize'

/** Whether JSON.stringify writes a value as RFC 8785 wants it: keys in the order of their UTF-16 units, nothing that is no JSON. */
const isInOrder = (value: unknown): boolean => {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
    case 'number':
      return Number.isFinite(value)
    case 'boolean':
      return true
    case 'object':
      if (value === null) return true
      if (Array.isArray(value)) return value.every(isInOrder)
      return Object.getPrototypeOf(value) === Object.prototype && areInOrder(Object.entries(value))
    default:
      return false
  }
}

const areInOrder = (entries: readonly (readonly [string, unknown])[]): boolean =>
  entries.every(
    ([key, value], index) =>
      (index === 0 || (entries[index - 1]?.[0] ?? '') < key) &&
      key !== 'toJSON' &&
      key.isWellFormed() &&
      isInOrder(value),
  )

/**
 * RFC 8785 canonical JSON. Stored commands stand in that order already, which is found out ten times sooner than they
 * are written anew.
 * @throws Error when it is not JSON (NaN, a cycle, a lone surrogate)
 */
export const canonicalText = (value: unknown): string => {
  if (isInOrder(value)) return JSON.stringify(value)
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}
