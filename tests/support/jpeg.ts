/** As much of a JPEG as anybody looks at here: its first bytes. Another `shade` is another picture. */
export const jpeg = (shade: number, size = 2_000): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: size }, () => shade)])
