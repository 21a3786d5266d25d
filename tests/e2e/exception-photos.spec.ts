import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { enrolStation } from '#tests/support/linkstar-station.ts'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { fakeCamera } from './support/camera.ts'
import { expectDelivered, proveMarks, sealCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, speaker, unitCode } from './support/goods.ts'
import { orderReport } from './support/order-report.ts'
import type { SandboxProcess } from './support/sandbox-process.ts'
import type { Words } from './support/words.ts'

const orders = [
  wireOrder('BH-1', [
    [speaker, 3],
    [cable, 4],
  ]),
]

const photoDialog = (page: Page, words: Words) =>
  page.getByRole('dialog', {
    name: words('photo.title', { kind: words('exceptionKind.damaged') }),
  })

/** As it comes when the key that was pressed, and had the focus, is gone. */
const escapeOnPage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  })

/** Whether the bytes that the server has under the name of each photo have that hash. */
const hashesAtServer = async (server: SandboxProcess, names: readonly string[]) => {
  const { token } = await enrolStation(server)
  const hashes: string[] = []
  for (const name of names) {
    const answer = await fetch(`${server.url}/v1/documents/${name}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    hashes.push(createHash('sha256').update(bytes).digest('hex'))
  }
  return hashes
}

test('拍照: a damaged unit is photographed by scans, goods go on, and report and server have the photos', async ({
  atWork,
}) => {
  const { pack, printer, server, station, words, sync } = await atWork({
    orders,
    args: [fakeCamera],
  })
  const { page } = station
  const dialog = photoDialog(page, words)
  await pack.scan('BH-1')
  await pack.scanFor('LS!PHOTO', 'refused')
  await expect(pack.feedback).toContainText(words('error.no-exception-noted'))
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await expect(pack.feedback).toContainText(words('verdict.photo'))

  await pack.scanFor('LS!PHOTO', 'photo-open')
  await expect(dialog.getByText(words('photo.hint'))).toBeVisible()
  await expect(dialog.getByText(speaker.name_zh)).toBeVisible()
  await pack.scanFor('LS!PHOTO', 'photo-kept')
  await expect(dialog.getByText(words('photo.kept', { count: 1 }))).toBeVisible()
  await expect(dialog.locator('img[src^="/photo/"]')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(words('photo.kept', { count: 2 }))).toBeVisible()

  // Goods go on: the picture closes, and the camera with it.
  const isLive = () =>
    page.evaluate(() => {
      const streams = (globalThis as unknown as { streams?: MediaStream[] }).streams ?? []
      return streams.flatMap((stream) => stream.getTracks()).map(({ readyState }) => readyState)
    })
  await page.evaluate(() => {
    const host = globalThis as unknown as { streams: MediaStream[] }
    host.streams = Array.from(document.querySelectorAll('video'), ({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject : new MediaStream(),
    )
  })
  expect(await isLive()).toEqual(['live'])
  await pack.scanFor(unitCode(speaker), 'accepted')
  await expect(dialog).toBeHidden()
  expect(await isLive()).toEqual(['ended'])
  await pack.expectUnits(1)

  // Esc goes on as well, by the key of the verdict.
  await pack.scanFor('LS!PHOTO', 'photo-open')
  await expect(dialog).toBeVisible()
  await pack.press('Escape')
  await expect(dialog).toBeHidden()
  await pack.press('F6')
  await expect(dialog.getByText(words('photo.hint'))).toBeVisible()
  await pack.press('Escape')

  // Nor does it open by itself behind something that was looked up.
  await pack.scanFor('LS!PHOTO', 'photo-open')
  await expect(dialog).toBeVisible()
  await pack.scan('LS!FIND')
  await expect(page.locator('video')).toHaveCount(0)
  await pack.scan('LS!FIND')
  await expect(pack.feedback).toBeVisible()
  await expect(page.locator('video')).toHaveCount(0)

  const report = orderReport(page, words, 'BH-1')
  await report.open()
  const small = report.dialog.getByRole('button', { name: words('exceptionKind.damaged') })
  await expect(small).toHaveCount(2)
  const names = await report.dialog
    .locator('img[src^="/photo/"]')
    .evaluateAll((photos) => photos.map((photo) => photo.getAttribute('src')?.slice(7) ?? ''))
  await small.first().click()
  const large = page.getByRole('dialog').last().getByRole('img')
  await expect(large).toBeVisible()
  expect(await large.evaluate((photo: HTMLImageElement) => photo.naturalWidth)).toBeGreaterThan(300)
  await expect(sync).toContainText(words('sync.online'))
  await expect(pack.pending).toHaveText('0')
  expect(await hashesAtServer(server, names)).toEqual(names)
  // Also when what had the focus is gone: the upper one goes, and then the one below it.
  await escapeOnPage(page)
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(report.dialog).toBeVisible()
  await escapeOnPage(page)
  await expect(report.dialog).toBeHidden()
  const code = await sealCarton(pack)
  await proveMarks({ pack, printer })
  await expectDelivered(server, [code])
  expect(await station.complaints()).toEqual([])
})

test('a photo that is taken without a network waits, is counted, and goes up when the line is back', async ({
  atWork,
}) => {
  const { pack, server, station, words, sync } = await atWork({
    orders,
    language: 'en',
    args: [fakeCamera],
  })
  const { page } = station
  await pack.scan('BH-1')
  await server.stop()
  await expect(sync).toContainText(words('sync.offline'))
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await pack.press('F6')
  await expect(photoDialog(page, words).getByText(words('photo.hint'))).toBeVisible()
  await photoDialog(page, words)
    .getByRole('button', { name: words('photo.take') })
    .click()
  await pack.expectVerdict('photo-kept')
  const name =
    (await page.locator('img[src^="/photo/"]').getAttribute('src'))?.replace('/photo/', '') ?? ''
  await expect(pack.pending).not.toHaveText('0')

  // As Chromium tells it when the cable comes out.
  await page
    .locator('video')
    .evaluate((video: HTMLVideoElement) =>
      (video.srcObject as MediaStream).getTracks()[0]?.dispatchEvent(new Event('ended')),
    )
  await expect(photoDialog(page, words).getByRole('alert')).toContainText(words('camera.lost.do'))
  await pack.scan('LS!PHOTO')
  await expect(photoDialog(page, words).getByText(words('photo.hint'))).toBeVisible()
  await pack.scanFor(unitCode(cable), 'accepted')
  await sync.click()
  await expect(
    page.getByRole('dialog').getByText(words('command.photo-upload'), { exact: true }),
  ).toBeVisible()
  await pack.press('Escape')
  await server.start()
  await expect(sync).toContainText(words('sync.online'))
  await expect(pack.pending).toHaveText('0')
  expect(await hashesAtServer(server, [name])).toEqual([name])
})

test('without a camera the reason and the remedy are said, and the exception stands without a photo', async ({
  atWork,
}) => {
  const { pack, station, words } = await atWork({ orders })
  const { page } = station
  await pack.scan('BH-1')
  await pack.scanFor('LS!DAMAGED', 'exception-expected')
  await pack.scanFor(unitCode(speaker), 'exception-noted')
  await pack.scanFor('LS!PHOTO', 'photo-open')
  const dialog = photoDialog(page, words)
  await expect(dialog.getByRole('alert')).toContainText(words('camera.absent.title'))
  await expect(dialog.getByRole('alert')).toContainText(words('camera.absent.do'))
  await dialog.getByRole('button', { name: words('photo.again') }).click()
  await expect(dialog.getByRole('alert')).toContainText(words('camera.without'))
  await pack.scanFor(unitCode(cable), 'accepted')
  await expect(dialog).toBeHidden()
  const report = orderReport(page, words, 'BH-1')
  await report.open()
  await expect(report.dialog.getByText(`${words('exceptionKind.damaged')} 1`)).toBeVisible()
  await expect(report.dialog.locator('img[src^="/photo/"]')).toHaveCount(0)
  expect(await station.complaints()).toEqual([])
})
