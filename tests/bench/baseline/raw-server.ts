// The least a server of commands can do: parse a batch, insert it in one durable transaction, answer. Run: raw-server.ts FILE
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'

const [file = ''] = process.argv.slice(2)
const database = new Database(file)
database.pragma('journal_mode = wal')
database.pragma('synchronous = full')
database.exec('create table commands (id integer primary key, body text not null) strict')
const insert = database.prepare<[string]>('insert into commands (body) values (?)')

interface Batch {
  readonly commands: readonly { readonly seq: number }[]
}

const take = database.transaction(({ commands }: Batch) =>
  commands.map((command) => {
    insert.run(JSON.stringify(command))
    return { seq: command.seq, status: 'applied' }
  }),
)

const server = createServer((request, response) => {
  void buffer(request).then((sent) => {
    const isPacked = request.headers['content-encoding'] === 'gzip'
    const results = take(JSON.parse(String(isPacked ? gunzipSync(sent) : sent)) as Batch)
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ results }))
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address !== 'string') {
    console.log(`http://127.0.0.1:${address.port}`)
  }
})
process.once('SIGTERM', () => process.exit(0))
