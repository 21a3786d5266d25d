// The station as the app wires it, without a window, on the folder it is given: requests and events cross a process boundary.
import pino from 'pino'
import { requestChannel } from '#shared/contract/channels.ts'
import type { Answer } from '#shared/contract/ipc.ts'
import { registerRequests } from '#electron/ipc/index.ts'
import { publishLater } from '#electron/main/publish.ts'
import { startServices } from '#electron/main/services.ts'
import { loadSettings } from '#electron/settings/index.ts'
import { stationSources } from '#tests/support/station-sources.ts'
import { fileCredentials } from './file-credentials.ts'
import type { FromStation, ToStation } from './station-messages.ts'

const [home = ''] = process.argv.slice(2)
const say = (message: FromStation): void => void process.send?.(message)
const fault = (error: unknown): void => {
  say({
    kind: 'fault',
    what: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
}

const services = startServices({
  home,
  settings: loadSettings(home),
  saveLanguage: () => undefined,
  savePrinters: () => undefined,
  saveDevices: () => undefined,
  copyText: () => Promise.resolve(),
  version: '0.0.0-chaos',
  ...stationSources,
  credentials: fileCredentials(home),
  // A line that breaks again and again must not make the run wait for minutes.
  syncTiming: { pollMs: 150, timeoutMs: 700, backoff: { base: 10, cap: 80 } },
  publish: publishLater((name, payload) => say({ kind: 'event', name, payload })),
  storeDamaged: fault,
  log: pino({ level: 'error' }, pino.destination(2)),
})

const requests = new Map<string, (event: null, input: unknown) => Promise<Answer<unknown>>>()
registerRequests<null>({
  station: services,
  handle: (channel, listener) => requests.set(channel, listener),
  isTrusted: () => true,
  checkOutputs: true,
  logFault: (_name, error) => fault(error),
})

const answer = async ({ id, name, input }: Extract<ToStation, { kind: 'ask' }>): Promise<void> => {
  const listener = requests.get(requestChannel(name))
  if (listener === undefined) throw new Error(`no request ${name}`)
  say({ kind: 'answer', id, answer: await listener(null, input) })
}
process.on('message', (message: ToStation) => {
  if (message.kind === 'ask') answer(message).catch(fault)
  else services.close().then(() => process.disconnect(), fault)
})
// Without the packer's side nobody needs it any more.
process.on('disconnect', () => process.exit())
say({ kind: 'ready' })
