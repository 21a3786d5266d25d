import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A real TCP proxy that breaks lines on purpose. Its address stays, whatever stands behind it. */
export interface ChaosProxy {
  readonly url: string
  /** Send what comes from now on to this port of 127.0.0.1; null: nobody is there. Breaks what is open. */
  connectTo(port: number | null): void
  /** Lets the next `times` requests beginning with `start` through, and cuts the line when their answer comes back. */
  cutAnswers(start: string, times: number): void
  /** Takes requests and never answers. */
  swallow(on: boolean): void
  /** Answers that were cut so far. */
  readonly cuts: number
  close(): Promise<void>
}

export const startChaosProxy = async (): Promise<ChaosProxy> => {
  let target: number | null = null
  let swallowing = false
  let cutStart = ''
  let cutsLeft = 0
  let cuts = 0
  const open = new Set<Socket>()

  const track = (socket: Socket): Socket => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    return socket.on('close', () => void open.delete(socket))
  }
  const breakAll = (): void => {
    for (const socket of open) socket.destroy()
  }

  const server = createServer((client) => {
    track(client)
    if (target === null) {
      client.destroy()
      return
    }
    const upstream = track(connect(target, '127.0.0.1'))
    let cutting = false
    client.on('data', (chunk) => {
      if (swallowing) return
      if (cutsLeft > 0 && chunk.toString('latin1').startsWith(cutStart)) {
        cutsLeft -= 1
        cutting = true
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (cutting) {
        cuts += 1
        client.destroy()
        upstream.destroy()
      } else if (!swallowing) client.write(chunk)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    connectTo: (next) => {
      target = next
      breakAll()
    },
    cutAnswers: (start, times) => {
      cutStart = start
      cutsLeft = times
    },
    swallow: (on) => {
      swallowing = on
    },
    get cuts() {
      return cuts
    },
    close: async () => {
      const closed = once(server.close(), 'close')
      breakAll()
      await closed
    },
  }
}
