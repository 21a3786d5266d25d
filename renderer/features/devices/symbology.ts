/** By the letter of the AIM symbology identifier (ISO/IEC 15424). */
const names: ReadonlyMap<string, string> = new Map([
  ['A', 'Code 39'],
  ['C', 'Code 128'],
  ['d', 'Data Matrix'],
  ['E', 'EAN / UPC'],
  ['e', 'GS1 DataBar'],
  ['F', 'Codabar'],
  ['G', 'Code 93'],
  ['I', 'ITF'],
  ['L', 'PDF417'],
  ['Q', 'QR'],
  ['z', 'Aztec'],
])

const aim = /^\]([A-Za-z])([0-9A-Za-z])/

/** The kind of barcode, where the scanner says it, and the text behind that. */
export const symbologyOf = (
  text: string,
): { readonly name: string | null; readonly data: string } => {
  const [id, letter] = aim.exec(text) ?? []
  return id === undefined || letter === undefined
    ? { name: null, data: text }
    : { name: `${names.get(letter) ?? ''} ${id}`.trim(), data: text.slice(id.length) }
}
