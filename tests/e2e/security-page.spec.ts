import type { ElectronApplication } from '@playwright/test'
import { screensOf } from './support/bench-at-work.ts'
import { fakeCamera } from './support/camera.ts'
import { expect, test } from './support/fixtures.ts'
import { trainingTray } from './support/training-tray.ts'

const ownAddress = 'app://station/'

/** What the built-in protocol answers, asked from the main process. */
const fetchApp = (
  electron: ElectronApplication,
  address: string,
): Promise<{ status: number; policy: string | null; type: string | null }> =>
  electron.evaluate(async ({ net }, url) => {
    const { status, headers } = await net.fetch(url)
    const policy = headers.get('content-security-policy')
    return { status, policy, type: headers.get('content-type') }
  }, address)

/** Navigations that were asked for since, and whether the main process stopped them. */
const watchNavigations = async (electron: ElectronApplication): Promise<readonly string[]> => {
  const seen: string[] = []
  electron.on('console', (message) => {
    const [, told] = /^navigation (.*)$/.exec(message.text()) ?? []
    if (told !== undefined) seen.push(told)
  })
  await electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      // Comes before `will-navigate`, which a stopped navigation no longer reaches.
      webContents.on('will-frame-navigate', ({ defaultPrevented, url }) =>
        console.log(`navigation ${defaultPrevented ? 'stopped' : 'let go'} ${url}`),
      )
      webContents.on('did-navigate', (_event, url) => console.log(`navigation arrived ${url}`))
    }
  })
  return seen
}

test('the page cannot leave home, open a window or embed another page', async ({ launch }) => {
  const { page, electron } = await launch()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const navigations = await watchNavigations(electron)

  const opened = await page.evaluate(() =>
    ['https://example.com/', 'about:blank', 'app://station/'].filter(
      (address) => window.open(address) !== null,
    ),
  )
  expect(opened).toEqual([])
  await page.evaluate(async () => {
    for (const src of ['https://example.com/', 'app://station/', 'data:text/html,hello']) {
      const frame = document.createElement('iframe')
      const settled = new Promise((resolve) => {
        frame.addEventListener('load', resolve)
        frame.addEventListener('error', resolve)
      })
      frame.src = src
      document.body.append(frame)
      await settled
    }
  })
  const embedded = page.frames().filter((frame) => frame !== page.mainFrame())
  for (const frame of embedded) expect(frame.url()).toMatch(/^(chrome-error:|about:blank|$)/)

  for (const target of ['https://example.com/', 'app://elsewhere/']) {
    await page.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      document.body.append(link)
      link.click()
    }, target)
    await expect.poll(() => navigations).toContain(`stopped ${target}`)
  }
  expect(navigations.filter((line) => !line.startsWith('stopped'))).toEqual([])
  expect(electron.windows()).toHaveLength(1)
  expect(
    await page.evaluate(() => [location.href, document.querySelectorAll('h1').length]),
  ).toEqual([ownAddress, 1])
})

/** Which of these a page is given. */
const tryAll = async (wanted: Readonly<Record<string, MediaStreamConstraints>>) => {
  const tried = async (what: () => Promise<unknown>): Promise<boolean> => {
    try {
      await what()
      return true
    } catch {
      return false
    }
  }
  const given: string[] = []
  for (const [name, media] of Object.entries(wanted)) {
    const ask = () => navigator.mediaDevices.getUserMedia(media)
    if (await tried(ask)) given.push(name)
  }
  if (await tried(() => navigator.clipboard.readText())) given.push('clipboard')
  const place = () =>
    new Promise((resolve, reject) => {
      navigator.geolocation.getCurrentPosition(resolve, reject)
    })
  if (await tried(place)) given.push('place')
  if (await tried(() => navigator.mediaDevices.getDisplayMedia())) given.push('screen')
  if ((await Notification.requestPermission()) === 'granted') given.push('notices')
  if (await tried(() => fetch('https://example.com/'))) given.push('network')
  if (await tried(() => fetch('http://127.0.0.1:9/'))) given.push('loopback')
  return given
}

test('the page may see by the camera and never hear; it gets no other permission, and reaches nothing on the network', async ({
  launch,
}) => {
  const { page } = await launch({ args: [fakeCamera] })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const media = {
    camera: { video: true },
    sound: { audio: true },
    both: { video: true, audio: true },
  }
  expect(await page.evaluate(tryAll, media)).toEqual(['camera'])
})

test('neither a frame in the page nor another page is given the camera', async ({
  launch,
  serve,
}) => {
  const { electron, page } = await launch({ args: [fakeCamera] })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const inFrame = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const devices = frame.contentWindow?.navigator.mediaDevices
    try {
      await devices?.getUserMedia({ video: true })
      return 'given'
    } catch (error) {
      return (error as Error).name
    }
  })
  expect(inFrame).toBe('NotAllowedError')

  // A page at a loopback address is as trustworthy to Chromium as ours.
  const { url } = await serve([])
  const elsewhere = await electron.evaluate(async ({ BrowserWindow }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    await window.loadURL(address)
    const told: unknown = await window.webContents.executeJavaScript(
      "navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', ({ name }) => name)",
    )
    window.destroy()
    return told
  }, `${url}/openapi.json`)
  expect(elsewhere).toBe('NotAllowedError')
})

test('the page is sandboxed, isolated and served with a policy that names no foreign source', async ({
  launch,
}) => {
  const { electron, page } = await launch()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const preferences = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      // Electron documents it nowhere and tells the truth by it: what the page really runs with.
      const told = webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return told.getLastWebPreferences()
    }),
  )
  expect(preferences).toHaveLength(1)
  expect(preferences[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })

  const { status, policy } = await fetchApp(electron, ownAddress)
  expect(status).toBe(200)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toMatch(/unsafe-|https?:|\*/)
  for (const address of [
    'app://elsewhere/',
    'app://station/%2e%2e/main/index.js',
    'app://station/..%2f..%2f..%2fpackage.json',
    'app://station/%00',
  ]) {
    expect(await fetchApp(electron, address), address).toMatchObject({ status: 404 })
  }
})

test('no policy is violated while a packer does everything the page offers', async ({ launch }) => {
  const station = await launch()
  const { page } = station
  const { pack, cartons, orders, sync, words } = await screensOf(station, 'zh-CN')
  const hands = trainingTray(page, words)
  await orders.expectOrder('BH20261123-0047')
  await orders.search.fill('0047')
  await page.getByRole('button', { name: words('settings.title') }).click()
  await pack.press('Escape')
  await sync.click()
  await pack.press('Escape')
  await hands.scanOrder('BH20261123-0047')
  await hands.scanGoods('YH-MUG-BK')
  await pack.expectUnits(1)
  for (const key of ['F2', 'F3']) {
    await pack.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await pack.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await cartons.show()
  await pack.press('F8')
  await hands.placeCarton()
  await pack.expectStep('scan-back')
  await hands.look(1, 2)
  expect(await station.complaints()).toEqual([])

  // Proof that a violation would have been heard, and that it has no effect.
  const ran = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const style = document.createElement('style')
        style.textContent = 'body { visibility: hidden }'
        document.head.append(style)
        // Outside this call: what the debugger itself evaluates is exempt from the policy.
        setTimeout(() => {
          try {
            // oxlint-disable-next-line no-eval
            resolve(eval('1'))
          } catch {
            resolve('refused')
          }
        })
      }),
  )
  expect(ran).toBe('refused')
  await expect
    .poll(async () => (await station.complaints()).join('\n'))
    .toContain('Content Security Policy')
  await expect(page.getByRole('heading', { name: 'BH20261123-0047' })).toBeVisible()
})
