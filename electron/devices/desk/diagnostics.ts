import type {
  DeviceFeedView,
  DeviceListView,
  DeviceStanding,
} from '#shared/contract/device-views.ts'

interface DiagnosticParts {
  readonly version: string
  /** ISO 8601 with offset. */
  readonly now: string
  readonly list: DeviceListView
  readonly found: readonly { readonly address: string; readonly name: string }[] | null
  /** What somebody looks at. */
  readonly feed: DeviceFeedView | null
}

const standing = ({ state, problem, counters }: DeviceStanding): string[] => [
  `  state: ${state}`,
  `  counters: ${Object.entries(counters)
    .map(([name, number]) => `${name} ${number}`)
    .join(', ')}`,
  ...(problem === null ? [] : [`  problem: ${problem.code} (${problem.message})`]),
]

const time = (at: number): string => new Date(at).toISOString().slice(11, 23)

const lastOf = (feed: DeviceFeedView): string[] => [
  '',
  `last of ${feed.watched.kind === 'scanner' ? `scanner ${feed.watched.id}` : 'scale'} (UTC, newest first)`,
  ...feed.chunks.map(({ at, hex, text }) => `  ${time(at)}  ${hex}  ${text}`),
  ...feed.scans.map(({ at, kind, text }) => `  ${time(at)}  scan: ${kind} ${JSON.stringify(text)}`),
]

/** What the support needs to know of the devices: no token, no pairing code, no badge. */
export const diagnosticText = ({ version, now, list, found, feed }: DiagnosticParts): string =>
  [
    `Linkstar packing station ${version}`,
    `${process.platform} ${process.arch} · Node.js ${process.versions.node}`,
    now,
    ...list.scanners.flatMap(({ config, ...state }) => [
      '',
      `scanner ${config.id}: ${config.address}`,
      `  settings: ${JSON.stringify(config)}`,
      ...standing(state),
    ]),
    '',
    ...(list.scale === null
      ? ['no scale']
      : [
          `scale: ${list.scale.config.address} (${list.scale.config.protocol})`,
          ...standing(list.scale),
        ]),
    '',
    'plugged in and not set up',
    ...(found === null
      ? ['  the system cannot tell']
      : found.map(({ address, name }) => `  ${address}  ${name}`)),
    ...(feed === null ? [] : lastOf(feed)),
    '',
  ].join('\n')
