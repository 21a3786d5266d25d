import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { screensOf } from './support/bench-at-work.ts'
import { expect, test } from './support/fixtures.ts'
import { speaker } from './support/goods.ts'
import { liveSettings } from './support/station-settings.ts'
import { readStore } from './support/station-store.ts'

// The display of the tests has no key store: what these tests meet is `basic_text`.

const audited = (home: string) =>
  readStore(home, (db) => db.prepare('select kind, who, why from audit order by seq').all())

test('without a key store a typed code enrols only once an administrator has accepted that', async ({
  launch,
  serve,
  printer,
}) => {
  const server = await serve([wireOrder('BH-1', [[speaker, 24]])])
  const station = await launch({
    settings: liveSettings({ server: { url: server.url }, printer: printer.address }),
  })
  const { sync, words, orders } = await screensOf(station, 'zh-CN')
  await sync.click()
  const panel = station.page.getByRole('dialog', { name: words('sync.title') })
  await expect(panel).toContainText(words('error.not-enrolled'))
  await expect(panel).toContainText(words('syncHealth.consent'))
  const accept = panel.getByRole('button', { name: words('syncHealth.consentEnrol') })
  await panel.getByLabel(words('syncHealth.enrolLabel')).fill(server.pairingCode)
  await expect(accept).toBeDisabled()
  expect(audited(station.home)).toEqual([])

  await panel.getByLabel(words('syncHealth.consentName')).fill('王敏')
  await panel.getByLabel(words('syncHealth.consentReason')).fill('旧电脑，锁在办公室里')
  await accept.click()
  await expect(sync).toContainText(words('sync.online'))
  await station.page.keyboard.press('Escape')
  await orders.expectOrder('BH-1')
  expect(audited(station.home)).toEqual([
    { kind: 'unprotected-token-accepted', who: '王敏', why: '旧电脑，锁在办公室里' },
  ])
  expect(readFileSync(join(station.home, 'logs/station.log'), 'utf8')).not.toContain(
    server.pairingCode,
  )
})

test('a pairing code in the settings asks nobody, and the audit log says so', async ({
  atWork,
}) => {
  const { station } = await atWork({ orders: [wireOrder('BH-1', [[speaker, 24]])] })
  expect(audited(station.home)).toEqual([
    { kind: 'unprotected-token-configured', who: 'settings.json', why: 'api.pairingCode' },
  ])
})
