import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** A file of the project that does not exist, and one import in it. */
type Case = readonly [file: string, statement: string]

const refused: readonly Case[] = [
  ['shared/errors.ts', 'import "zod";'],
  ['shared/domain/order.ts', 'import { z } from "zod";'],
  ['shared/domain/order.ts', 'import type { z } from "zod";'],
  ['shared/domain/order.ts', 'import { readFileSync } from "node:fs";'],
  ['shared/domain/order.ts', 'import type { Views } from "#shared/contract/views.ts";'],
  ['shared/domain/order.ts', 'import { layOut } from "#shared/label/lay-out.ts";'],
  ['shared/domain/order.ts', 'import { AppError } from "../errors.ts";'],
  ['shared/domain/rules/limits.ts', 'import { AppError } from "../../errors.ts";'],
  ['shared/domain/order.ts', 'export * from "#electron/store/index.ts";'],
  ['shared/domain/order.ts', 'export const later = () => import("zod");'],
  ['shared/label/lay-out.ts', 'import { z } from "zod";'],
  ['shared/label/lay-out.ts', 'import { create } from "fontkit";'],
  ['shared/label/lay-out.ts', 'import type { Views } from "#shared/contract/views.ts";'],
  ['shared/contract/ipc.ts', 'import { layOut } from "#shared/label/lay-out.ts";'],
  ['shared/contract/ipc.ts', 'import { openStore } from "#electron/store/index.ts";'],
  ['shared/contract/linkstar/sku.ts', 'import { AppError } from "../../errors.ts";'],

  ['electron/packing/bench.ts', 'import { app } from "electron";'],
  ['electron/packing/bench.ts', 'import Database from "better-sqlite3";'],
  ['electron/packing/bench.ts', 'import type Database from "better-sqlite3";'],
  ['electron/packing/bench.ts', 'import { journal } from "#electron/printing/journal.ts";'],
  ['electron/packing/bench.ts', 'import { rows } from "#electron/store/tables.ts";'],
  ['electron/packing/bench.ts', 'import { journal } from "../printing/journal.ts";'],
  ['electron/packing/bench.ts', 'import { services } from "#electron/main/services.ts";'],
  ['electron/packing/bench.ts', 'import { register } from "#electron/ipc/index.ts";'],
  ['electron/packing/bench.ts', 'import { createCanvas } from "@napi-rs/canvas";'],
  ['electron/packing/bench.ts', 'import { Button } from "#renderer/ui/button.tsx";'],
  ['electron/printing/languages/zpl.ts', 'import { bench } from "../../packing/bench.ts";'],
  ['electron/printing/printer.ts', 'import { SerialPort } from "serialport";'],
  ['electron/devices/scales/serial.ts', 'import { app } from "electron";'],
  ['electron/store/store.ts', 'import { bench } from "#electron/main/services.ts";'],
  ['electron/store/store.ts', 'import { app } from "electron";'],
  ['electron/sandbox/sandbox.ts', 'import { app } from "electron";'],
  ['electron/freight/estimate.ts', 'import Database from "better-sqlite3";'],
  ['electron/documents/sheet.ts', 'import { readXlsx } from "hucre/xlsx";'],
  ['electron/sheets/read-xlsx.ts', 'import { dialog } from "electron";'],
  ['electron/ipc/bench.ts', 'import { ipcMain } from "electron";'],
  ['electron/ipc/bench.ts', 'import { bench } from "#electron/packing/bench.ts";'],
  ['electron/ipc/bench.ts', 'import { services } from "#electron/main/services.ts";'],
  ['electron/main/services.ts', 'import Database from "better-sqlite3";'],
  ['electron/main/services.ts', 'import { Button } from "#renderer/ui/button.tsx";'],
  ['electron/preload/index.ts', 'import { z } from "zod";'],
  ['electron/preload/index.ts', 'import { requests } from "#shared/contract/ipc.ts";'],
  ['electron/preload/index.ts', 'import { openStore } from "#electron/store/index.ts";'],
  ['electron/preload/index.ts', 'import { join } from "node:path";'],

  ['renderer/ui/button.tsx', 'import { call } from "#renderer/lib/client.ts";'],
  ['renderer/ui/button.tsx', 'import { create } from "zustand";'],
  ['renderer/ui/button.tsx', 'import type { CartonCode } from "#shared/domain/carton-code.ts";'],
  ['renderer/lib/client.ts', 'import { z } from "zod";'],
  ['renderer/lib/client.ts', 'import { requests } from "#shared/contract/ipc.ts";'],
  ['renderer/lib/client.ts', 'import { Button } from "#renderer/ui/button.tsx";'],
  ['renderer/lib/client.ts', 'import { ipcRenderer } from "electron";'],
  ['renderer/features/pack/store.ts', 'import { requests } from "#shared/contract/ipc.ts";'],
  ['renderer/features/pack/store.ts', 'import { z } from "zod";'],
  ['renderer/features/pack/store.ts', 'import { list } from "#renderer/features/orders/list.ts";'],
  ['renderer/features/pack/store.ts', 'import { list } from "../orders/list.ts";'],
  ['renderer/features/pack/store.ts', 'import { Shell } from "#renderer/app/shell.tsx";'],
  ['renderer/features/pack/store.ts', 'import { readFileSync } from "node:fs";'],
  ['renderer/features/pack/scan/line.tsx', 'import { list } from "../../orders/list.ts";'],
  ['renderer/app/shell.tsx', 'import { store } from "#renderer/features/pack/store.ts";'],
  ['renderer/app/shell.tsx', 'import { openStore } from "#electron/store/index.ts";'],
]

const allowed: readonly Case[] = [
  ['shared/domain/order.ts', 'import { AppError } from "#shared/errors.ts";'],
  ['shared/domain/order.ts', 'import { ok } from "#shared/result.ts";'],
  ['shared/domain/order.ts', 'import { grams } from "./units.ts";'],
  ['shared/domain/rules/limits.ts', 'import { grams } from "../units.ts";'],
  ['shared/domain/order.test.ts', 'import { readFileSync } from "node:fs";'],
  ['shared/label/lay-out.ts', 'import { markOf } from "#shared/domain/box-mark.ts";'],
  ['shared/contract/ipc.ts', 'import { z } from "zod";'],
  ['shared/contract/linkstar/sku.ts', 'import { order } from "#shared/domain/order.ts";'],
  ['shared/contract/linkstar/sku.ts', 'import { fields } from "../fields.ts";'],

  ['electron/packing/bench.ts', 'import { openStore } from "#electron/store/index.ts";'],
  ['electron/packing/bench.ts', 'import { printer } from "#electron/printing/index.ts";'],
  ['electron/packing/bench.ts', 'import { requests } from "#shared/contract/ipc.ts";'],
  ['electron/packing/bench.ts', 'import { createHash } from "node:crypto";'],
  ['electron/printing/languages/zpl.ts', 'import { job } from "../print-job.ts";'],
  ['electron/printing/raster.ts', 'import { createCanvas } from "@napi-rs/canvas";'],
  ['electron/sheets/read-xlsx.ts', 'import { readXlsx } from "hucre/xlsx";'],
  ['electron/store/store.ts', 'import Database from "better-sqlite3";'],
  ['electron/sandbox/database.ts', 'import Database from "better-sqlite3";'],
  ['electron/ipc/bench.ts', 'import { bench } from "#electron/packing/index.ts";'],
  ['electron/ipc/sender-check.ts', 'import { ipcMain } from "electron";'],
  ['electron/main/services.ts', 'import { registerIpc } from "#electron/ipc/register.ts";'],
  ['electron/main/windows.ts', 'import { BrowserWindow } from "electron";'],
  ['electron/preload/index.ts', 'import { contextBridge } from "electron";'],
  ['electron/preload/index.ts', 'import { channels } from "#shared/contract/channels.ts";'],
  ['electron/preload/index.ts', 'import type { Client } from "#shared/contract/ipc.ts";'],

  ['renderer/ui/button.tsx', 'import { Button } from "react-aria-components";'],
  ['renderer/lib/client.ts', 'import type { Client } from "#shared/contract/ipc.ts";'],
  ['renderer/lib/client.ts', 'import { channels } from "#shared/contract/channels.ts";'],
  ['renderer/features/pack/store.ts', 'import { grams } from "#shared/domain/units.ts";'],
  ['renderer/features/pack/line.tsx', 'import { Button } from "#renderer/ui/button.tsx";'],
  ['renderer/features/pack/scan/line.tsx', 'import { store } from "../store.ts";'],
  ['renderer/app/shell.tsx', 'import { PackScreen } from "#renderer/features/pack/index.ts";'],
  ['scripts/label.ts', 'import { raster } from "#electron/printing/index.ts";'],
  ['tests/integration/store.test.ts', 'import Database from "better-sqlite3";'],
]

describe('the import table', () => {
  let project: string
  let reported: ReadonlySet<string>

  beforeAll(async () => {
    project = mkdtempSync(join(tmpdir(), 'boundaries-'))
    writeProject(project, [...refused, ...allowed])
    reported = await lint(project)
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  it.each(refused)('refuses in %s: %s', (...example) => {
    expect(reported).toContain(pathOf(example))
  })

  it.each(allowed)('allows in %s: %s', (...example) => {
    expect(reported).not.toContain(pathOf(example))
  })
})

/** Each case gets a file of its own beside the one it names, so that a report tells the cases apart. */
function pathOf([file, statement]: Case): string {
  // The one file that the table knows by its name.
  if (file.endsWith('sender-check.ts')) return file
  const number = [...refused, ...allowed].findIndex(
    (other) => other[0] === file && other[1] === statement,
  )
  return file.replace(/(\.test)?\.tsx?$/, (ending) => `-${number}${ending}`)
}

function writeProject(folder: string, cases: readonly Case[]): void {
  for (const example of cases) {
    const file = join(folder, pathOf(example))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${example[1]}\n`)
  }
  // The project's own configuration; only the rules that need types are left out, since nothing here resolves.
  writeFileSync(
    join(folder, 'oxlint.config.ts'),
    `import config from ${JSON.stringify(join(root, 'oxlint.config.ts'))};
     export default { ...config, options: {} };`,
  )
}

/** The files of `folder` in which oxlint reports a restricted import. */
function lint(folder: string): Promise<ReadonlySet<string>> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  return new Promise((done) => {
    execFile(process.execPath, [oxlint, '--format=unix'], { cwd: folder }, (_error, output) => {
      const lines = output.split('\n').filter((line) => line.includes('no-restricted-imports'))
      done(new Set(lines.map((line) => line.slice(0, line.indexOf(':')))))
    })
  })
}
