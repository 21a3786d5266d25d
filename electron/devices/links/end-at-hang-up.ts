import { read } from 'node:fs'
import { promisify } from 'node:util'

const readFile = promisify(read)

/** What serialport's binding for Linux and macOS is, as far as reading goes (bindings-cpp, linux.d.ts). */
interface PolledPort {
  readonly isOpen: boolean
  readonly fd: number | null
  readonly poller: {
    once(event: 'readable', tell: (error: Error | null) => void): unknown
  }
  read(
    buffer: Buffer,
    offset: number,
    length: number,
  ): Promise<{ buffer: Buffer; bytesRead: number }>
}

const isPolled = (port: unknown): port is PolledPort =>
  typeof port === 'object' && port !== null && 'poller' in port && 'fd' in port

/** As serialport knows a read that its own close ended. */
const closed = (): Error => Object.assign(new Error('Port is not open'), { canceled: true })

const again: ReadonlySet<unknown> = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR'])
const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : null

/**
 * A port whose device was pulled out reads as empty for ever, and serialport 13 then reads it for ever, without telling
 * anybody and with all the processor it gets. Here an empty read ends the port. Ports of Windows are left as they are.
 */
export const endAtHangUp = (port: unknown): void => {
  if (!isPolled(port)) return
  const { poller } = port
  const readable = (): Promise<void> =>
    new Promise((resolve, reject) => {
      poller.once('readable', (error) => (error === null ? resolve() : reject(error)))
    })
  /** Asked anew after every wait: a poller that was closed meanwhile must not be asked anything. */
  const openFile = (): number => {
    if (!port.isOpen || port.fd === null) throw closed()
    return port.fd
  }
  port.read = async (buffer, offset, length) => {
    for (;;) {
      try {
        const { bytesRead } = await readFile(openFile(), buffer, offset, length, null)
        if (bytesRead > 0) return { buffer, bytesRead }
        throw new Error('disconnected')
      } catch (error) {
        if (!again.has(codeOf(error))) throw error
      }
      openFile()
      await readable()
    }
  }
}
