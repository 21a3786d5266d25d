import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { run, step } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

// What the programs really look for (a library, a command, a file) and the Debian package that brings it.
/** @typedef {{ package: string, library?: string, command?: string, file?: string, versions?: string }} Need */

/** @type {readonly Need[]} */
const toShowWindows = [
  { package: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { package: 'libnss3', library: 'libnss3.so' },
  { package: 'libasound2', library: 'libasound.so.2' },
  { package: 'libgbm1', library: 'libgbm.so.1' },
  { package: 'libxss1', library: 'libXss.so.1' },
  { package: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { package: 'libcups2', library: 'libcups.so.2' },
  { package: 'libdrm2', library: 'libdrm.so.2' },
  { package: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
]

/** @type {readonly Need[]} */
const toTest = [
  { package: 'xvfb', command: 'xvfb-run' },
  { package: 'xauth', command: 'xauth' },
  { package: 'xdotool', command: 'xdotool' },
  { package: 'openssl', command: 'openssl' },
  { package: 'socat', command: 'socat' },
  { package: 'zbar-tools', command: 'zbarimg' },
  { package: 'poppler-utils', command: 'pdftoppm' },
  { package: 'cups', file: '/usr/lib/cups/backend/socket' },
  { package: 'cups-client', command: 'lpstat' },
  // Debian keeps its programs outside the path, in a folder for each version.
  { package: 'postgresql', command: 'initdb', versions: '/usr/lib/postgresql' },
]

/** @type {readonly Need[]} */
const toCompile = [
  { package: 'g++', command: 'g++' },
  { package: 'make', command: 'make' },
  { package: 'python3', command: 'python3' },
]

/** @type {readonly Need[]} */
const toRunWindowsCode = [
  // Debian keeps them outside the path.
  { package: 'wine64', file: '/usr/lib/wine/wine64' },
  { package: 'cups', file: '/usr/sbin/cupsd' },
  { package: 'cups-client', file: '/usr/sbin/lpadmin' },
]

/** @param {{ withTestTools: boolean }} options */
export function ensureSystemPackages({ withTestTools }) {
  if (process.platform !== 'linux') return
  const missing = missingPackages(withTestTools ? [...toShowWindows, ...toTest] : toShowWindows)
  if (missing.length === 0) return
  if (canInstall()) aptInstall(missing)
  // A desktop may bring the same things under other names, so this is no reason to stop.
  else
    console.warn(`! System packages are missing. If something fails, run: ${aptCommand(missing)}`)
}

/** @throws {SetupError} naming the command to run when the compiler is missing and cannot be installed. */
export function ensureCompiler() {
  const missing = missingPackages(toCompile)
  if (missing.length === 0) return
  if (!canInstall()) throw new SetupError(`A C++ compiler is needed. Run: ${aptCommand(missing)}`)
  aptInstall(missing)
}

/** @throws {SetupError} naming the command to run when Wine or CUPS is missing and cannot be installed. */
export function ensureWinePackages() {
  const missing = missingPackages(toRunWindowsCode)
  if (missing.length === 0) return
  if (!canInstall()) throw new SetupError(`Wine and CUPS are needed. Run: ${aptCommand(missing)}`)
  aptInstall(missing)
}

/** @param {readonly string[]} packages */
export function aptInstall(packages) {
  step(`Installing the system packages ${packages.join(' ')}`, () => {
    const remedy = `Run it by hand and start again: ${aptCommand(packages)}`
    // Lists are absent or stale in a fresh container; a killed run leaves dpkg half configured.
    run('dpkg', ['--configure', '-a'], { env: unattended, remedy })
    run('apt-get', ['update', ...patience], { env: unattended, remedy })
    run('apt-get', ['install', '-y', '--no-install-recommends', ...patience, ...packages], {
      env: unattended,
      remedy,
    })
  })
}

/** True for root on Debian and its kin. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && hasCommand('apt-get')
}

const unattended = { DEBIAN_FRONTEND: 'noninteractive' }
const patience = ['-q', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=120']

/** @param {readonly string[]} packages */
function aptCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
}

/** @param {readonly Need[]} needs */
function missingPackages(needs) {
  const libraries = knownLibraries()
  return needs
    .filter(
      ({ library, command, file, versions }) =>
        !(
          (library && libraries.has(library)) ||
          (command && hasCommand(command)) ||
          (file && existsSync(file)) ||
          (versions && command && hasVersion(versions, command))
        ),
    )
    .map((need) => need.package)
}

function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path))
  const listing = ldconfig ? spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout : ''
  return new Set(listing.split('\n').map((line) => line.trim().split(' ', 1)[0]))
}

/** @param {string} folder @param {string} command */
function hasVersion(folder, command) {
  if (!existsSync(folder)) return false
  return readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin', command)))
}

/** @param {string} name */
function hasCommand(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
