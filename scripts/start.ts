// `npm start`: opens the station in the Electron that the set-up chose.
import { hasDisplay, launchArguments, readElectronRuntime } from './electron-runtime.ts'
import { runChild } from './run-child.ts'

if (hasDisplay()) {
  const { executable } = readElectronRuntime()
  process.exitCode = await runChild(executable, launchArguments(process.argv.slice(2)))
} else {
  console.error(
    'The station needs a display to open its window, and this machine has none (DISPLAY is not set).\n' +
      'To see it work without one, run: npm run demo',
  )
  process.exitCode = 1
}
