import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { marksFrom } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'

const evil = wireSku('A^XZ~JA_5E', '6925000000012', {
  name_zh: '^XA^XZ ~JA "杯" \u202Egnp.exe\u202C \\ _5EXZ',
  name_en: `'; DROP TABLE cartons; -- <img src=x onerror=alert(1)> =HYPERLINK("x") ~DGR:A`,
})
const emoji = wireSku('LX-EMOJI', '6925000000029', {
  name_zh: '耳机 🎧 限量',
  name_en: 'Headset',
})

/** Every command of a label, in order: `^` and `~` begin one wherever they stand. */
const commandsOf = (zpl: Uint8Array): readonly string[] =>
  Buffer.from(zpl)
    .toString('latin1')
    .split(/(?=[\^~])/)
    .filter((part) => part.trim() !== '')
    .map((part) => part.slice(0, 3))
const ours = new Set(
  '^XA ^CI ^JZ ^PO ^PM ^FW ^LT ^LS ^PW ^LL ^LH ^FO ^GF ^FS ^BY ^BC ^FH ^FD ^BQ ^PQ ^XZ'.split(' '),
)

test('names full of commands, markup and bidi controls reach the label as text and nothing else', async ({
  atWork,
}) => {
  const { pack, printer, station } = await atWork({ orders: [wireOrder('BH-EVIL', [[evil, 4]])] })
  await pack.scan('BH-EVIL')
  await pack.scanFor('6925000000012', 'accepted')
  await expect(
    station.page.getByText('DROP TABLE').or(station.page.getByText('^XA^XZ')).first(),
  ).toBeVisible()
  const code = await pack.code()
  await pack.press('F8')
  await pack.place(null)
  await pack.expectStep('scan-back')
  const marks = await marksFrom(printer, 0)
  for (const { zpl, bars, qr } of marks) {
    const commands = commandsOf(zpl)
    expect(commands.filter((name) => !ours.has(name))).toEqual([])
    expect(commands.filter((name) => name === '^XA')).toHaveLength(1)
    expect(commands.filter((name) => name === '^XZ')).toHaveLength(1)
    expect(commands.at(-1)).toBe('^XZ')
    expect(bars).toBe(code)
    expect(qr).toContain('S=A^XZ~JA_5E*1')
  }
  await pack.scanFor(marks[0]?.qr ?? '', 'mark-confirmed')
  await pack.scanFor(marks[1]?.qr ?? '', 'carton-verified')
})

test('a character the font lacks is named with its goods, and the code is printed instead', async ({
  atWork,
}) => {
  const { pack, printer, station, words } = await atWork({
    orders: [wireOrder('BH-EMOJI', [[emoji, 4]])],
  })
  const { page } = station
  await pack.scan('BH-EMOJI')
  await pack.scanFor('6925000000029', 'accepted')
  const code = await pack.code()
  await pack.press('F8')
  await pack.place(null)
  await expect(pack.printState).toHaveAttribute('data-state', 'failed')
  await expect(page.getByText(words('error.glyph-missing'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText('🎧')
  await expect(page.getByRole('main')).toContainText('LX-EMOJI')
  expect(printer.connections()).toBe(0)

  await page.getByRole('button', { name: words('marks.codesOnly') }).click()
  await pack.expectStep('scan-back')
  const [front, side] = await marksFrom(printer, 0)
  expect(front?.bars).toBe(code)
  await pack.scanFor(front?.bars ?? '', 'mark-confirmed')
  await pack.scanFor(side?.bars ?? '', 'carton-verified')
})
