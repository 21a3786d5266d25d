import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readZpl, ZplFault } from '../support/zpl-stream.ts'

const label = (...fields: readonly string[]): Uint8Array =>
  Buffer.from(['^XA^PW16^LL8', ...fields, '^PQ1,0,1,N^XZ', ''].join('\n'), 'latin1')
const z64 = (bytes: readonly number[]): string =>
  deflateSync(Uint8Array.from(bytes)).toString('base64')
const dots = z64([0x80, 0x01])
const sum = (text: string): string => {
  let crc = 0
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1
  }
  return (crc & 0xffff).toString(16).padStart(4, '0')
}
const picture = (place = '0,0', data = dots, head = '2,2,2'): string =>
  `^FO${place}^GFA,${head},:Z64:${data}:${sum(data)}^FS`
const qr = (data: string): string => `^FO4,4^BQN,2,3^FH^FD${data}^FS`
const code128 = (data: string): string => `^FO4,4^BY3^BCN,88,N,N,N,N^FH^FD${data}^FS`

it('reads the dots of a picture and the data of symbols', () => {
  expect(sum('123456789')).toBe('31c3')
  const read = readZpl(label(picture(), code128('>:A>0_5E'), qr('MA,_E6_9D_A5_5F')))
  const black = Array.from({ length: 16 }, (_none, x) => x).filter((x) => read.isBlack(x, 0))
  expect(black).toEqual([0, 15])
  expect(read.symbols).toEqual([
    { kind: 'code128', x: 4, y: 4, moduleDots: 3, data: 'A>^' },
    { kind: 'qr', x: 4, y: 4, moduleDots: 3, data: '来_' },
  ])
  expect(read.commands).toContain('^GFA,2,2,2')
})

it.each([
  ['a command that it does not know', label('~JR'), 'no such command'],
  ['text beside a command', label('^FWN now'), 'no such command'],
  ['text of the printer', label('^FO4,4^A0N,20^FDx^FS'), 'no such command'],
  ['data outside of a field', label('^FDx^FS'), 'data of no symbol'],
  ['a field in a field', label('^FO4,4^FO5,5^BQN,2,3^FH^FDMA,x^FS'), 'not whole fields'],
  ['data without its escapes told', label('^FO4,4^BQN,2,3^FDMA,x^FS'), 'not whole fields'],
  ['data of two lines', label(qr('MA,a\nb')), 'not escaped'],
  ['an escape of nothing', label(qr('MA,_x')), 'not escaped'],
  ['a Code 128 that switches', label(code128('>:A>5')), 'switches its subset'],
  ['a Code 128 of any subset', label(code128('A')), 'without its subset'],
  ['a QR code of another level', label(qr('LA,x')), 'not of level M'],
  ['a picture of another sum', label(picture().replace(/.{4}\^FS$/, '0000^FS')), 'another CRC'],
  ['a picture of another length', label(picture('0,0', dots, '4,4,2')), 'another length'],
  ['a picture beside the label', label(picture('8,0')), 'leaves the label'],
  ['a picture below the label', label(picture('0,8')), 'leaves the label'],
  ['two labels', Buffer.concat([label(), label()]), 'not one label'],
  ['half a label', Buffer.from('^XA^PW16^LL8'), 'not one label'],
  ['a command before the label', Buffer.from('^FWN^XA^PQ1,0,1,N^XZ'), 'before ^XA'],
])('refuses %s', (_, bytes, why) => {
  expect(() => readZpl(bytes)).toThrow(ZplFault)
  expect(() => readZpl(bytes)).toThrow(why)
})
