import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { wireOrder } from '#tests/support/wire-orders.ts'
import { finishCarton } from './support/finish-carton.ts'
import { expect, test } from './support/fixtures.ts'
import { cable, unitCode } from './support/goods.ts'
import { canMount, mountSmallDisk } from './support/mounts.ts'
import { storedCartons } from './support/station-store.ts'

const orders = [wireOrder('BH-1', [[cable, 12]])]

/** Takes what is left of the disk, to the last byte. */
const fill = (file: string): void => {
  const disk = openSync(file, 'w')
  try {
    for (const size of [4096, 1]) {
      try {
        for (;;) writeSync(disk, Buffer.alloc(size))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(disk)
  }
}

test('a disk that fills up while packing: no scan is acknowledged, nothing is lost, and room helps at once', async ({
  atWork,
  folder,
}) => {
  test.skip(!canMount, 'only root can mount a file system')
  const disk = mountSmallDisk(join(folder, 'home'), 4 * 1024 * 1024)
  const ballast = join(disk.folder, 'ballast')
  try {
    const { pack, station, server, words } = await atWork({ orders })
    const { page } = station
    const isFull = page.getByRole('alert').getByText(words('error.store-full'))
    await pack.scan('BH-1')
    await pack.scanFor(unitCode(cable), 'accepted')
    await pack.expectUnits(1)
    fill(ballast)

    await pack.scan(unitCode(cable))
    await expect(isFull).toBeVisible()
    // Not the “taken” of the scan before.
    await pack.expectVerdict('refused')
    await expect(pack.units).toHaveText('1')
    await pack.scan(unitCode(cable))
    await expect(pack.units).toHaveText('1')
    expect(storedCartons(station.home)).toMatchObject([{ contents: [{ quantity: 1 }] }])

    rmSync(ballast)
    await pack.scanFor(unitCode(cable), 'accepted')
    await pack.expectUnits(2)
    await expect(isFull).toBeHidden()
    const code = await finishCarton(pack)
    await expect(pack.pending).toHaveText('0')
    expect(await server.cartons()).toMatchObject([{ carton_code: code, sealed_facts: 1 }])

    fill(ballast)
    await pack.scan(unitCode(cable))
    await expect(isFull).toBeVisible()
    await station.kill()
    expect(storedCartons(station.home)).toMatchObject([{ code, state: 'verified' }])
  } finally {
    disk.unmount()
  }
})
