import type { App, Session, WebContents } from 'electron'

/** The only origin a page of the station may have. */
export const appOrigin = 'app://station'

/** Content policy of one response; `nonce` is fresh each time and only allows React Aria's one style element. */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

const isOwn = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && `${url.protocol}//${url.host}` === appOrigin
}

const confine = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const keepHome = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!isOwn(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', keepHome)
  contents.on('will-redirect', keepHome)
  contents.on('will-frame-navigate', keepHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Confines every page that will ever exist: no other site, no new window, no webview. */
export const confinePages = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** What is asked of the page's own main frame; Electron names the origin of an app's page with or without its slash. */
interface Asked {
  readonly origin: string
  readonly isMainFrame: boolean
  readonly media: readonly (string | undefined)[]
}

/** The picture of a camera, and nothing that could hear. */
const isOwnCamera = (permission: string, { origin, isMainFrame, media }: Asked): boolean =>
  permission === 'media' &&
  isMainFrame &&
  isOwn(origin) &&
  media.length > 0 &&
  media.every((kind) => kind === 'video')

/** The page needs one permission of the system, the camera's picture: not sound, not clipboard, not USB, no other. */
export const grantCameraAlone = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const { requestingUrl: origin, isMainFrame } = details
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    answer(isOwnCamera(permission, { origin, isMainFrame, media }))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame, mediaType }) =>
    isOwnCamera(permission, { origin, isMainFrame, media: [mediaType] }),
  )
  session.setDevicePermissionHandler(() => false)
}
