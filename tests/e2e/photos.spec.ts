import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { join } from 'node:path'
import { wireOrder, wireSku } from '#tests/support/wire-orders.ts'
import { screensOf } from './support/bench-at-work.ts'
import { expectDelivered, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { unitCode } from './support/goods.ts'
import { liveSettings } from './support/station-settings.ts'

/** A key and a certificate that the station is told to trust: that of a seller's web server on this machine. */
const trustedHere = (folder: string) => {
  const file = (name: string): string => join(folder, name)
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['-keyout', file('key.pem'), '-out', file('cert.pem')]
  const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...kind, ...made, ...subject], { stdio: 'ignore' })
  return {
    key: readFileSync(file('key.pem')),
    cert: readFileSync(file('cert.pem')),
    file: file('cert.pem'),
  }
}

test('a scan shows the photo of its goods, which comes from the station alone, network or not', async ({
  folder,
  launch,
  serve,
  printer,
}) => {
  mkdirSync(folder, { recursive: true })
  const { key, cert, file } = trustedHere(folder)
  const picture = readFileSync(join(import.meta.dirname, '../../docs/pack.png'))
  const shop = createServer({ key, cert }, (_request, answer) => answer.end(picture))
  await new Promise<void>((resolve) => {
    shop.listen(0, 'localhost', resolve)
  })
  const address = shop.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const lamp = wireSku('LX-LAMP', '6925000000203', { image_url: `https://localhost:${port}/a.png` })
  const server = await serve([wireOrder('BH-1', [[lamp, 5]])])
  const settings = liveSettings({ server, printer: printer.address })
  const env = { NODE_EXTRA_CA_CERTS: file }
  const station = await launch({ settings, env })
  const { pack } = await screensOf(station, 'zh-CN')
  await expect(async () => {
    await pack.scan('BH-1')
    await expect(pack.progress).toHaveText('0/5', { timeout: 2_000 })
  }).toPass()
  const photo = station.page.locator('img[src^="/photo/"]')
  await expect(async () => {
    await pack.scan(unitCode(lamp), 'LS!UNDO', unitCode(lamp))
    await expect(photo).toBeVisible({ timeout: 1_000 })
  }).toPass()
  shop.closeAllConnections()
  shop.close()
  await station.close()

  const again = await launch({ settings, env })
  const { pack: offline } = await screensOf(again, 'zh-CN')
  await expect(offline.progress).toHaveText('1/5')
  await offline.scanFor(unitCode(lamp), 'accepted')
  await expect(again.page.locator('img[src^="/photo/"]')).toBeVisible()
  const code = await sealCarton(offline)
  await proveMarks({ pack: offline, printer })
  await expectDelivered(server, [code])
  expect(await again.complaints()).toEqual([])
})
