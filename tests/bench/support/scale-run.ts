import { protocols } from '#electron/devices/scales/protocols/all.ts'

/** Two hours of frames at 20 Hz through every parser that speaks by itself: prints the bytes of the heap after each minute. */
const minutes = 120
const framesAMinute = 20 * 60
const frames = [
  ['and', 'ST,GS,+0012.35kg\r\n'],
  ['cas', 'ST,GS,1\u0080,+ 012.35 kg\r\n'],
  ['yaohua-a12ss', 'ww012.350kg\r\n'],
] as const

const streams = frames.map(([id, text]) => ({
  parser: protocols[id].createParser(),
  frame: Buffer.from(text, 'latin1'),
}))
for (let minute = 0; minute < minutes; minute += 1) {
  for (let count = 0; count < framesAMinute; count += 1) {
    for (const { parser, frame } of streams) parser.push(frame)
  }
  globalThis.gc?.()
  console.log(process.memoryUsage().heapUsed)
}
for (const { parser } of streams) {
  // The first line may be the tail of another one.
  if (parser.counts().frames !== minutes * framesAMinute - 1) {
    throw new Error(JSON.stringify(parser.counts()))
  }
}
