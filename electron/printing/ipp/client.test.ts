import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createIppClient, cupsServer } from './client.ts'

test.each([
  ['cups.local', { host: 'cups.local', port: 631 }],
  ['127.0.0.1:8631', { host: '127.0.0.1', port: 8631 }],
  ['host:80', { host: 'host', port: 80 }],
  ['[::1]:631', { host: '::1', port: 631 }],
  ['host:632/version=1.1', { host: 'host', port: 632 }],
  ['/run/other.sock', { socketPath: '/run/other.sock' }],
])('CUPS_SERVER=%s is a scheduler', (named, server) => {
  expect(cupsServer(named)).toEqual(server)
})

const answering = async (answer: RequestListener) => {
  const server = createServer(answer)
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return createIppClient(() => ({ host: '127.0.0.1', port }))
}

const question = { path: '/printers/q', code: 0x000b, operation: [] }

test.each<[string, RequestListener, string]>([
  ['is no IPP server', (_, response) => response.writeHead(404).end('no'), 'HTTP 404'],
  ['answers what is no IPP', (_, response) => response.end('<html>'), 'cut off'],
  ['hangs up in the middle', (_, response) => response.write('x', () => response.destroy()), ''],
  ['answers without an end', (_, response) => response.end(Buffer.alloc(2_000_000)), 'too long'],
])('a server that %s is an error', async (_, answer, message) => {
  const client = await answering(answer)
  await expect(client.ask(question, AbortSignal.timeout(10_000))).rejects.toThrow(message)
})

test('a refusal is told in the words of the server, or by its number', async () => {
  const client = await answering((_, response) =>
    response.end(Buffer.from('020004060000000103', 'hex')),
  )
  await expect(client.ask(question, AbortSignal.timeout(10_000))).rejects.toThrow('IPP 0x0406')
})
