const room = 56

/** Reports of a HID POS scanner as it sends one scan: id 2, length, AIM id, 56 bytes of data, maker's bytes, flags. */
export const hidPosReports = (data: Uint8Array | string, aim = ''): readonly Uint8Array[] => {
  const bytes = Buffer.from(data)
  const parts = Array.from({ length: Math.max(1, Math.ceil(bytes.length / room)) }, (_, index) =>
    bytes.subarray(index * room, (index + 1) * room),
  )
  return parts.map((part, index) => {
    const report = new Uint8Array(64)
    report.set([2, part.length, ...Buffer.from(aim.padEnd(3, '\0'), 'latin1')])
    report.set(part, 5)
    report[63] = index < parts.length - 1 ? 1 : 0
    return report
  })
}
