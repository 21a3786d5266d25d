import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SerialPort } from 'serialport'
import { endAtHangUp } from '#electron/devices/links/end-at-hang-up.ts'

/** A serial cable: one end is a port for the program under test, the test is the device at the other. */
export interface PtyPair {
  /** The program's port; there only while plugged in. */
  readonly path: string
  /** What the program has sent to the device since the last call. */
  received(): Buffer
  /** Sends as the device; resolves when the cable has taken it. */
  send(bytes: Uint8Array | string): Promise<void>
  onReceived(listener: (bytes: Buffer) => void): void
  plug(): Promise<void>
  /** The port is gone: whoever has it open is told so. */
  unplug(): Promise<void>
}

interface Plugged {
  readonly socat: ChildProcess
  readonly device: SerialPort
  /** Held open, for a program that closes the port does not pull the plug. */
  readonly hold: number
}

const untilThere = async (paths: readonly string[], socat: ChildProcess): Promise<void> => {
  while (!paths.every((path) => existsSync(path))) {
    if (socat.exitCode !== null) throw new Error(`socat ended with ${socat.exitCode}`)
    await pause(5)
  }
}

/** Plugged in; `folder` holds the names of both ends. Needs socat. */
export const openPtyPair = async (folder: string, name: string): Promise<PtyPair> => {
  const path = join(folder, name)
  const devicePath = join(folder, `${name}.device`)
  /** Where the port stands until everything behind it does: the program may open it the moment it is there. */
  const comingPath = join(folder, `${name}.coming`)
  let plugged: Plugged | null = null
  let chunks: Buffer[] = []
  const listeners: ((bytes: Buffer) => void)[] = []

  const pair: PtyPair = {
    path,
    received: () => {
      const all = Buffer.concat(chunks)
      chunks = []
      return all
    },
    send: (bytes) =>
      new Promise((resolve, reject) => {
        if (plugged === null) return reject(new Error(`${name} is not plugged in`))
        const { device } = plugged
        // Not drained: what nobody reads at the other end would hold this one for good.
        device.write(Buffer.from(bytes), (error) => (error == null ? resolve() : reject(error)))
      }),
    onReceived: (listener) => void listeners.push(listener),
    plug: async () => {
      if (plugged !== null) return
      const socat = spawn(
        'socat',
        [`PTY,rawer,link=${comingPath}`, `PTY,rawer,link=${devicePath}`],
        {
          stdio: 'ignore',
        },
      )
      await untilThere([comingPath, devicePath], socat)
      const hold = openSync(comingPath, constants.O_RDWR | constants.O_NOCTTY)
      const device = new SerialPort({ path: devicePath, baudRate: 115_200, autoOpen: false })
      await new Promise<void>((resolve, reject) => {
        device.open((error) => (error === null ? resolve() : reject(error)))
      })
      endAtHangUp(device.port)
      device.on('data', (bytes: Buffer) => {
        chunks.push(bytes)
        for (const listener of listeners) listener(bytes)
      })
      renameSync(comingPath, path)
      plugged = { socat, device, hold }
    },
    unplug: async () => {
      if (plugged === null) return
      const { socat, device, hold } = plugged
      plugged = null
      closeSync(hold)
      const exited = socat.exitCode === null ? once(socat, 'exit') : Promise.resolve()
      const closed = device.isOpen ? once(device, 'close') : Promise.resolve()
      socat.kill('SIGKILL')
      await Promise.all([exited, closed])
      // A killed socat leaves its links behind; a plug that is out leaves none.
      rmSync(path, { force: true })
      rmSync(devicePath, { force: true })
    },
  }
  await pair.plug()
  return pair
}
