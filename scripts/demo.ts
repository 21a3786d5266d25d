// `npm run demo`: packs a training order through the real screen and leaves pictures, marks and a summary in out/demo.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { screensOf } from '#tests/e2e/support/bench-at-work.ts'
import { launchStation } from '#tests/e2e/support/station-app.ts'
import { trainingTray } from '#tests/e2e/support/training-tray.ts'
import { checkResult } from './demo/check-result.ts'
import { keepMarks, type KeptCarton } from './demo/keep-marks.ts'
import { demoOrder, packDemoOrder } from './demo/pack-order.ts'
import { takeStepPictures } from './demo/step-pictures.ts'
import { hasDisplay } from './electron-runtime.ts'
import { runChild } from './run-child.ts'

const folder = join(import.meta.dirname, '../out/demo')
const shown = relative(process.cwd(), folder)

interface Packed {
  readonly cartons: readonly KeptCarton[]
  readonly lines: readonly string[]
  readonly faults: readonly string[]
}

const pack = async (home: string): Promise<Packed> => {
  const station = await launchStation({ home })
  try {
    const { page } = station
    const pictures = takeStepPictures(page, folder)
    const screens = await screensOf(station, 'zh-CN')
    const tray = trainingTray(page, screens.words)
    try {
      await packDemoOrder({ ...screens, tray, pictures })
    } catch (error) {
      await pictures.take('failed', 'the demo stopped here')
      throw error
    }
    const cartons = await keepMarks(home, folder)
    const faults = checkResult(cartons, demoOrder, await station.complaints())
    return { cartons, lines: pictures.lines, faults }
  } finally {
    await station.close()
  }
}

const cartonText = ({ code, cartonNo, contents, weight, marks }: KeptCarton): string => {
  const goods = contents.map(({ sku, quantity }) => `${quantity} × ${sku}`).join(', ')
  const files = marks.map(({ zpl }) => zpl.replace('.zpl', '.zpl/.png')).join('  ')
  return `carton ${cartonNo}  ${code}  ${(weight / 1000).toFixed(2)} kg  ${goods}\n          ${files}`
}

const tell = ({ cartons, lines }: Packed, seconds: number): void => {
  console.log(
    [
      `Packed training order ${demoOrder.orderNo} (${demoOrder.units} units) into ${cartons.length} cartons through the real screen in ${seconds} s.`,
      '',
      ...lines,
      '',
      ...cartons.map(cartonText),
      '',
      'Each mark was drawn from the bytes sent to the printer by zpl-renderer-js; zxing and zbar read the same',
      'carton code and QR on it as the store holds. Every carton has reached the training server.',
      '',
      `Everything is in ${shown}/; ${shown}/summary.json holds the cartons.`,
    ].join('\n'),
  )
}

const run = async (): Promise<void> => {
  const begun = performance.now()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const home = mkdtempSync(join(tmpdir(), 'linkstar-demo-'))
  try {
    const packed = await pack(home)
    const summary = { order: demoOrder.orderNo, cartons: packed.cartons }
    writeFileSync(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    if (packed.faults.length > 0) throw new Error(packed.faults.join('\n'))
    tell(packed, Math.round((performance.now() - begun) / 1000))
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

if (hasDisplay()) {
  try {
    await run()
  } catch (error) {
    console.error(`The demo failed; what there is of it is in ${shown}/.\n`)
    console.error(error)
    process.exitCode = 1
  }
} else {
  const screen = ['-a', '-s', '-screen 0 1920x1080x24']
  const again = [process.execPath, import.meta.filename, ...process.argv.slice(2)]
  process.exitCode = await runChild('xvfb-run', [...screen, ...again])
}
