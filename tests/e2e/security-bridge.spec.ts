import { join } from 'node:path'
import { eventNames, requestNames } from '#shared/contract/channels.ts'
import type { RequestName } from '#shared/contract/channels.ts'
import { largestPhoto } from '#shared/domain/goods-exception.ts'
import { expect, test } from './support/fixtures.ts'

const preload = join(import.meta.dirname, '../../out/app/preload/index.cjs')

interface Bridge {
  readonly requests: Record<string, (input?: unknown) => Promise<unknown>>
  readonly on: Record<string, unknown>
}

test('the page sees the names of the contract and nothing of Node or Electron', async ({
  launch,
}) => {
  const { page } = await launch()
  const seen = await page.evaluate(() => {
    const { station } = globalThis as unknown as { station: Bridge }
    const names = ['require', 'process', 'ipcRenderer', 'module', 'Buffer', 'electron', 'global']
    return {
      keys: Object.keys(station),
      requests: Object.keys(station.requests),
      on: Object.keys(station.on),
      node: names.filter((name) => name in globalThis),
    }
  })
  expect(seen.keys.toSorted()).toEqual(['on', 'requests'])
  expect(seen.requests.toSorted()).toEqual([...requestNames].toSorted())
  expect(seen.on.toSorted()).toEqual([...eventNames].toSorted())
  expect(seen.node).toEqual([])

  const replaced = await page.evaluate(() => {
    const host = globalThis as unknown as { station: Bridge }
    try {
      host.station.requests['bench.scan'] = () => Promise.resolve('mine')
      host.station = { requests: {}, on: {} }
    } catch {
      return false
    }
    return Object.keys(host.station.requests).length === 0
  })
  expect(replaced).toBe(false)
})

test('a page that is not ours is answered nothing, even with the same bridge', async ({
  launch,
}) => {
  const { electron } = await launch()
  for (const address of ['about:blank', 'data:text/html,<title>foreign</title>']) {
    const answers = await electron.evaluate(
      async ({ BrowserWindow }, { url, preloadFile, names }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: preloadFile, sandbox: true, contextIsolation: true },
        })
        await window.loadURL(url)
        const asked = (await window.webContents.executeJavaScript(
          `Promise.all(${JSON.stringify(names)}.map((name) => station.requests[name]()))`,
        )) as readonly { ok: boolean; error?: { code: string } }[]
        window.destroy()
        return asked.map(({ ok, error }) => (ok ? 'answered' : (error?.code ?? '')))
      },
      { url: address, preloadFile: preload, names: [...requestNames] },
    )
    expect(answers).toHaveLength(requestNames.length)
    expect(new Set(answers)).toEqual(new Set(['forbidden-sender']))
  }
})

/** For each request, inputs that the contract does not allow. */
const wrong: Readonly<Record<RequestName, readonly unknown[]>> = {
  'app.state': [null, 'now'],
  'app.setLanguage': [undefined, 'fr', { language: 'en' }],
  'orders.list': [0, {}],
  'orders.report': ['', 'X'.repeat(33), undefined],
  'orders.close': [{ orderNo: 'BH-1' }, { orderNo: 'BH-1', short: [{ sku: 'A', reason: ' ' }] }],
  'orders.declare': ['', 7, { orderNo: 'BH-1' }],
  'bench.snapshot': [{}, []],
  'bench.open': ['', 'X'.repeat(33), 7, undefined],
  'bench.leave': [true],
  'bench.scan': [undefined, 12, 'X'.repeat(20_001), ['LS!DONE'], { text: 'LS!DONE' }],
  'bench.done': ['done'],
  'bench.backToPacking': [1],
  'bench.typeWeight': [
    { grams: 0, reason: 'x' },
    { grams: 1.5, reason: 'x' },
    { grams: 200_001, reason: 'x' },
    { grams: 1000, reason: '   ' },
    { grams: 1000 },
    '1000',
  ],
  'bench.acceptWeight': ['', '   ', 'X'.repeat(201), undefined],
  'bench.undo': [{}],
  'bench.sameAgain': [{}],
  'bench.agree': [{}],
  'bench.noteException': [
    undefined,
    { kind: 'lost', sku: 'A', units: 1 },
    { kind: 'short', sku: '', units: 0 },
  ],
  'bench.photo': [{}],
  'bench.keepPhoto': [
    undefined,
    { exception: 0, jpeg: new Uint8Array(9) },
    { exception: 1, jpeg: new Uint8Array() },
    { exception: 1, jpeg: new Uint8Array(largestPhoto + 1) },
    { exception: 1, jpeg: '/etc/passwd' },
  ],
  'bench.setMode': ['cases', 1],
  'bench.setTimes': [0, 10_000, 1.5, '5'],
  'bench.chooseBox': ['', 'X'.repeat(65), null],
  'bench.boxChoices': [{}],
  'bench.measure': [
    undefined,
    { length: 600, width: 400 },
    { length: 0, width: 400, height: 400 },
    { length: 600.5, width: 400, height: 400 },
    { length: 10_000, width: 400, height: 400 },
  ],
  'bench.acknowledge': [false],
  'bench.printUnitLabels': [0, 501, 1.5, '1'],
  'bench.reprint': [0],
  'bench.printCodesOnly': ['all'],
  'cartons.list': ['', 'X'.repeat(33), undefined],
  'cartons.reopen': [{ code: 'LS1', reason: 'x' }, { code: 'LS0003041187N' }, 'LS0003041187N'],
  'cartons.void': [{ code: 'LS0003041187N', reason: '' }, {}],
  'cartons.copy': [
    { code: 'LS0003041187N', side: 3, page: 1, reason: 'x' },
    { code: 'LS0003041187N', side: 1, page: 0, reason: 'x' },
    { code: 'LS0003041187N', side: 1, page: 1, reason: '' },
  ],
  'cartons.search': [undefined, 12, 'X'.repeat(20_001), ['BH-1']],
  'cartons.page': ['LS1', undefined, { code: 'LS0003041187N' }],
  'lookup.snapshot': [{}],
  'lookup.open': ['LS0003041187N'],
  'lookup.show': ['LS1', undefined, { code: 'LS0003041187N' }],
  'lookup.close': [true],
  'printers.setup': [{}],
  'printers.save': [{ forMarks: true }, { printer: {}, forMarks: true }],
  'printers.remove': ['', 'X'.repeat(65), undefined],
  'printers.use': [
    { kind: 'box-mark', id: 'p1' },
    { kind: 'unit', id: '' },
  ],
  'printers.detect': ['', 'X'.repeat(501), undefined],
  'printers.ruler': [undefined, { id: 'p1' }],
  'printers.endRuler': [0],
  'devices.list': [{}],
  'devices.search': [0],
  'devices.watch': [undefined, { kind: 'printer' }, { kind: 'scanner', id: '' }],
  'devices.detectScale': ['', 'X'.repeat(501), undefined],
  'devices.endDetection': [true],
  'devices.saveScanner': [
    { id: 's', name: 'S' },
    { id: 's', name: ' ', address: 'wedge' },
  ],
  'devices.removeScanner': ['', 'X'.repeat(65), undefined],
  'devices.saveScale': [undefined, { address: 'serial:COM3', protocol: 'morse' }],
  'devices.tare': [1],
  'devices.zero': [{}],
  'devices.copyDiagnostics': ['all'],
  'parked.list': [{}],
  'parked.park': ['done', undefined, 1],
  'parked.resume': ['LS1', undefined, { code: 'LS0003041187N' }],
  'parked.print': ['LS1', null],
  'printing.queue': [{}],
  'printing.hold': [{ printerId: 'p1', reason: ' ' }, { printerId: '', reason: 'x' }, 'p1'],
  'printing.resume': ['', 7, undefined],
  'printing.withdraw': [{ jobIds: [], reason: 'x' }, { jobIds: [0], reason: 'x' }, { jobIds: [1] }],
  'printing.again': [{ jobId: 1.5, reason: 'x' }, { jobId: 1, reason: '' }, 1],
  'printing.ledger': ['LS1', undefined],
  'printing.planned': ['', 'X'.repeat(33)],
  'printing.printPlanned': [
    { orderNo: 'BH-1', from: 2, to: 1 },
    { orderNo: 'BH-1', from: 0, to: 1 },
    { orderNo: 'BH-1', from: 1, to: 201 },
    { orderNo: '', from: 1, to: 2 },
  ],
  'recount.snapshot': [{}],
  'recount.start': ['LS0003041187N', { code: 'LS1' }],
  'recount.undo': [1],
  'recount.finish': ['LS!DONE'],
  'recount.reopen': [{ reason: '' }, {}],
  'recount.leave': [true],
  'shift.snapshot': [{}],
  'shift.start': [true],
  'shift.missing': [{ code: 'LS1', reason: 'x' }, { code: 'LS0003041187N', reason: ' ' }, {}],
  'shift.undo': [1],
  'shift.finish': ['', 'x'.repeat(65), undefined, { id: 'p1' }],
  'shift.leave': [true],
  'decisions.list': [0],
  'decisions.resolve': [
    { id: 0, choice: 'keep-packed' },
    { id: 1, choice: 'neither' },
  ],
  'sync.health': ['all'],
  'sync.enrol': [
    { pairingCode: '' },
    'ABCD-EFGH',
    { pairingCode: 'X'.repeat(65) },
    { pairingCode: 'ABCD-EFGH', consent: { name: ' ', reason: 'x' } },
    { pairingCode: 'ABCD-EFGH', consent: { name: 'x', reason: '' } },
  ],
  'labels.preview': [undefined, 'LS', { code: 'LS0003041187N', side: 3, page: 1 }],
  'sync.retry': ['now'],
  'documents.commandSheet': [undefined, 'fr', '../en', { language: 'en' }],
  'documents.template': [undefined, { kind: 'orders' }, { kind: '../x', language: 'en' }],
  'documents.packingList': ['BH-1', { orderNo: '', language: 'en' }, { orderNo: 'BH-1' }],
  'imports.choose': [undefined, '/etc/passwd', { kind: 'orders' }],
  'imports.confirm': [undefined, 0, '1', { id: 1 }],
  'imports.list': [{}],
  'imports.dismiss': ['', 'x'.repeat(65), 1],
  'store.restoreBackup': ['', 'station.db', '../station.db', 'station-1-20261123T093012345Z.db/..'],
  'operators.signIn': ['', 'x'.repeat(65), { id: 'p1' }],
  'operators.signOut': ['p1'],
  'training.place': [-1, 200_001, 0.5, '1000'],
  'training.prints': [3],
}

test('every request refuses what the contract does not allow', async ({ launch }) => {
  const { page } = await launch()
  const cases = requestNames.flatMap((name) => wrong[name].map((input) => ({ name, input })))
  const answers = await page.evaluate(async (asked) => {
    const { station } = globalThis as unknown as { station: Bridge }
    const codes: string[] = []
    for (const { name, input } of asked) {
      const answer = (await station.requests[name]?.(input)) as { error?: { code: string } }
      codes.push(answer.error?.code ?? 'answered')
    }
    return codes
  }, cases)
  const refused = cases.map(({ name }, index) => `${name}: ${answers[index] ?? ''}`)
  expect(refused).toEqual(cases.map(({ name }) => `${name}: invalid-input`))
})
