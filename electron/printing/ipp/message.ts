/** Values that an attribute of ours or of an answer may have; null where the server knows the attribute but no value. */
export type IppValue = string | number | boolean | null

/** Attributes by name, each with one value or several. */
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>

export interface IppResponse {
  /** RFC 8011 appendix B: below 0x0100 the operation was done. */
  readonly status: number
  readonly operation: IppAttributes
  /** One for each job or printer that the answer speaks of. */
  readonly groups: readonly IppAttributes[]
}

/** Delimiter tags, RFC 8010 section 3.5.1. */
const delimiter = { operation: 0x01, job: 0x02, end: 0x03, firstValue: 0x10 } as const

/** Value tags of RFC 8010 section 3.5.2 that we send. */
const tags = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mediaType: 0x49,
} as const
export type IppTag = keyof typeof tags

/** An attribute that is sent; more than one value makes it a set. */
export type IppField = readonly [
  tag: IppTag,
  name: string,
  ...values: (string | number | boolean)[],
]

export interface IppRequest {
  readonly code: number
  readonly requestId: number
  readonly operation: readonly IppField[]
  readonly job?: readonly IppField[]
}

const lengthPrefixed = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

const encodeValue = (value: string | number | boolean): Buffer => {
  if (typeof value === 'string') return Buffer.from(value)
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0)
  const integer = Buffer.alloc(4)
  integer.writeInt32BE(value)
  return integer
}

const encodeField = ([tag, name, ...values]: IppField): Buffer =>
  Buffer.concat(
    values.flatMap((value, index) => [
      Buffer.of(tags[tag]),
      // Further values of a set have an empty name.
      lengthPrefixed(Buffer.from(index === 0 ? name : '')),
      lengthPrefixed(encodeValue(value)),
    ]),
  )

/** A request of IPP 2.0 in the encoding of RFC 8010; a document follows right behind it. */
export const encodeIpp = ({ code, requestId, operation, job = [] }: IppRequest): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0200, 0)
  head.writeUInt16BE(code, 2)
  head.writeUInt32BE(requestId, 4)
  return Buffer.concat([
    head,
    Buffer.of(delimiter.operation),
    encodeField(['charset', 'attributes-charset', 'utf-8']),
    encodeField(['language', 'attributes-natural-language', 'en']),
    ...operation.map(encodeField),
    ...(job.length === 0 ? [] : [Buffer.of(delimiter.job), ...job.map(encodeField)]),
    Buffer.of(delimiter.end),
  ])
}

const decodeValue = (tag: number, bytes: Buffer): IppValue => {
  // Out-of-band values: unsupported, unknown, no-value.
  if (tag < 0x20) return null
  if (tag === 0x21 || tag === 0x23) return bytes.readInt32BE(0)
  if (tag === 0x22) return bytes.readUInt8(0) !== 0
  return bytes.toString('utf8')
}

/**
 * Reads an answer in the encoding of RFC 8010.
 * @throws RangeError when it is cut off or no IPP at all
 */
export const decodeIpp = (bytes: Buffer): IppResponse => {
  let at = 8
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('the answer is cut off')
    at += length
    return bytes.subarray(at - length, at)
  }
  const status = bytes.readUInt16BE(2)
  const found: { readonly tag: number; readonly attributes: Map<string, IppValue[]> }[] = []
  let name = ''
  for (let tag = take(1).readUInt8(); tag !== delimiter.end; tag = take(1).readUInt8()) {
    if (tag < delimiter.firstValue) {
      found.push({ tag, attributes: new Map() })
      continue
    }
    const group = found.at(-1)
    if (group === undefined) throw new RangeError('the answer begins with a value')
    const named = take(take(2).readUInt16BE()).toString('utf8')
    if (named !== '') name = named
    const value = decodeValue(tag, take(take(2).readUInt16BE()))
    group.attributes.set(name, [...(group.attributes.get(name) ?? []), value])
  }
  return {
    status,
    operation: found.find(({ tag }) => tag === delimiter.operation)?.attributes ?? new Map(),
    groups: found
      .filter(({ tag }) => tag !== delimiter.operation)
      .map(({ attributes }) => attributes),
  }
}
