// Stands in for the default app of the npm package `electron`: runs the app folder named on the command line.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const { name, productName, version, main } = JSON.parse(
  readFileSync(join(folder, 'package.json'), 'utf8'),
)

app.setName(productName ?? name)
app.setVersion(version)
app.setAppPath(folder)
// Top-level await holds `ready` back until the app has registered its privileged schemes.
await import(pathToFileURL(join(folder, main)).href)
