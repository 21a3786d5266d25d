import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { until } from '#tests/support/one-order-station.ts'
import { startPhotoServer } from '#tests/support/photo-server.ts'
import { startServer, startStation, type TestStation } from '#tests/support/station.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'

/** As much of a PNG as anybody looks at here: its first bytes. */
const png = (size: number): Uint8Array =>
  Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(size, size)])
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const photoed = (sku: string, code: string, image_url: string) => wireSku(sku, code, { image_url })

const namesOf = async (station: TestStation): Promise<readonly string[]> => {
  const { order } = await station.ask('bench.snapshot', undefined)
  return (order?.lines ?? []).map(({ imageUrl }) => imageUrl?.replace('/photo/', '') ?? '')
}

const opened = async (station: TestStation): Promise<void> => {
  await until(async () => {
    await station.ask('bench.open', 'BH-1')
    expect((await station.ask('bench.snapshot', undefined)).state.orderNo).toBe('BH-1')
  })
}

test('photos of goods are fetched beside the work, kept by their hash and shown without a network', async () => {
  const photos = await startPhotoServer()
  const picture = png(8)
  photos.serve('/mug.png', picture)
  const server = await startServer([
    wireOrder('BH-1', [
      [photoed('MUG', '6925000000111', `${photos.url}/mug.png`), 3],
      [photoed('CUP', '6925000000128', `${photos.url}/cup.png`), 3],
      [wireSku('POT', '6925000000135'), 3],
    ]),
  ])
  const home = tempFolder()
  const station = startStation({ home, server, photoFetch: photos.fetch })
  await opened(station)
  const [mug = '', cup = '', pot] = await namesOf(station)
  expect([mug, cup]).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ])
  expect(pot).toBe('')
  await until(async () => {
    expect(await station.photo(mug)).toEqual({ body: Buffer.from(picture), type: 'image/png' })
  })
  await until(() => expect(photos.asked('/cup.png')).toBe(1))
  expect(await station.photo(cup)).toBeNull()
  const folder = join(home, 'documents/photos')
  expect(readdirSync(folder)).toEqual([`${sha256(picture)}.png`])
  await station.close()

  // Nothing is asked for again that is there, or was refused a moment ago.
  const again = startStation({ home, server, photoFetch: photos.fetch })
  again.greet()
  expect(await again.photo(mug)).toMatchObject({ type: 'image/png' })
  await again.close()
  expect([photos.asked('/mug.png'), photos.asked('/cup.png')]).toEqual([1, 1])

  // A file that somebody touched is not shown, and is fetched anew.
  writeFileSync(join(folder, `${sha256(picture)}.png`), png(9))
  const last = startStation({ home, server, photoFetch: photos.fetch })
  expect(await last.photo(mug)).toBeNull()
  last.greet()
  await until(async () => expect(await last.photo(mug)).not.toBeNull())
  expect(photos.asked('/mug.png')).toBe(2)
})

test('what is no picture, too large, led elsewhere or not over TLS is never kept, and packing goes on', async () => {
  const photos = await startPhotoServer()
  photos.serve('/page.png', Buffer.from('<!doctype html><script>alert(1)</script>'))
  photos.serve('/huge.png', Buffer.concat([png(8), Buffer.alloc(1024 * 1024)]))
  photos.serve('/moved.png', { status: 302, location: 'http://127.0.0.1:1/moved.png' })
  photos.serve('/good.png', png(8))
  const bad = [
    `${photos.url}/page.png`,
    `${photos.url}/huge.png`,
    `${photos.url}/moved.png`,
    `${photos.url.replace('https:', 'http:')}/good.png`,
    'https://127.0.0.1:1/nobody.png',
  ]
  const server = await startServer([
    wireOrder(
      'BH-1',
      [...bad, `${photos.url}/good.png`].map((address, index) => [
        photoed(`SKU-${index}`, `692500000${1000 + index}`, address),
        3,
      ]),
    ),
  ])
  const home = tempFolder()
  const station = startStation({ home, server, photoFetch: photos.fetch })
  await opened(station)
  const names = await namesOf(station)
  await until(async () => expect(await station.photo(names.at(-1) ?? '')).not.toBeNull())
  for (const name of names.slice(0, -1)) expect(await station.photo(name)).toBeNull()
  expect(readdirSync(join(home, 'documents/photos'))).toHaveLength(1)
  expect(await station.photo('../../station.db')).toBeNull()
  await station.scan('6925000001000')
  const { state } = await station.ask('bench.snapshot', undefined)
  expect(state.feedback?.outcome).toBe('accepted')
})
