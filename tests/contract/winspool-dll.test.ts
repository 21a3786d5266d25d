import { hostname } from 'node:os'
import koffi from 'koffi'
import { expect, test } from 'vitest'
import type { Answer, WinspoolCalls } from '#electron/printing/transports/winspool-calls.ts'
import { openWinspool, spoolerOf } from '#electron/printing/transports/winspool-dll.ts'
import { winspoolStructs } from '#electron/printing/transports/winspool-structs.ts'

const { attributesOf, jobOf, jobsOf } = winspoolStructs(koffi)

/** As 64-bit Windows lays a JOB_INFO_2 out, with strings behind it. */
const jobInfo2 = (length: number): Buffer => {
  const info = Buffer.alloc(length, 0xee)
  info.writeUInt32LE(7, 0)
  info.writeUInt32LE(0x11, 104)
  info.writeUInt32LE(3, 112)
  info.writeUInt32LE(20_000, 128)
  info.writeUInt32LE(1, 152)
  return info
}

/** JOB_INFO_1 of 64-bit Windows: strings are addresses, of texts that somebody must keep. */
const jobInfo1 = (
  jobs: readonly { readonly id: number; readonly machine: string; readonly document: string }[],
) => {
  const length = 96
  const info = Buffer.alloc(length * jobs.length)
  jobs.forEach(({ id, machine, document }, index) => {
    info.writeUInt32LE(id, length * index)
    for (const [at, text] of [
      [16, machine],
      [32, document],
    ] as const) {
      const kept = Buffer.from(`${text}\0`, 'utf16le')
      keptTexts.push(kept)
      info.writeBigUInt64LE(koffi.address(kept), length * index + at)
    }
  })
  return info
}
const keptTexts: Buffer[] = []

/** winspool.drv as its documentation has it, with a driver of this version and a job that needs so much room. */
const winspool = ({
  version = 3,
  attributes = 0,
  jobLength = 160,
  takes = 100,
  gone = 0,
  queue = Buffer.alloc(0),
}) => {
  const asked: string[] = []
  const well: Answer = { value: 1, error: 0 }
  const call = async (name: string, answer = well): Promise<Answer> => {
    asked.push(name)
    return answer
  }
  const fill = (content: Buffer, room: Buffer, length: number, needed: [number | null]): Answer => {
    needed[0] = content.length
    if (length < content.length) return { value: 0, error: 122 }
    content.copy(room)
    return well
  }
  const info5 = Buffer.alloc(32)
  info5.writeUInt32LE(attributes, 16)
  const driver = Buffer.alloc(64)
  driver.writeUInt32LE(version, 0)
  const calls: WinspoolCalls = {
    openPrinter: async (name, handle) => {
      handle[0] = 0x1_0000_0001n
      return call(`open ${name}`)
    },
    closePrinter: (handle) => call(`close ${handle}`),
    getPrinter: async (_handle, level, ...room) => {
      asked.push(`printer ${level}`)
      return fill(info5, ...room)
    },
    getPrinterDriver: async (_handle, _environment, level, ...room) => {
      asked.push(`driver ${level}`)
      return fill(driver, ...room)
    },
    startDocPrinter: async (_handle, _level, { name, datatype }) =>
      call(`start ${name} ${datatype}`, { value: 7, error: 0 }),
    startPagePrinter: () => call('page'),
    writePrinter: (_handle, _bytes, length, taken) => {
      taken[0] = Math.min(length, takes)
      return call(`write ${length}`)
    },
    endPagePrinter: () => call('end page'),
    endDocPrinter: () => call('end doc'),
    abortPrinter: () => call('abort', { value: 0, error: 5 }),
    getJob: async (_handle, id, level, ...room) => {
      asked.push(`job ${id} ${level}`)
      return gone > 0 ? { value: 0, error: gone } : fill(jobInfo2(jobLength), ...room)
    },
    enumJobs: async (_handle, first, most, level, room, length, needed, found) => {
      asked.push(`jobs ${first} ${most} ${level}`)
      found[0] = queue.length / 96
      return fill(queue, room, length, needed)
    },
    setJob: (_handle, id, _level, _info, command) => call(`set ${id} ${command}`),
    attributesOf,
    jobOf,
    jobsOf,
  }
  return { asked, spooler: spoolerOf(calls, (error) => error === 87) }
}

test('a document is begun, written and ended in the order that Windows wants', async () => {
  const { asked, spooler } = winspool({})
  const printer = await spooler.open('Zebra')
  const id = await printer.startDoc('Label')
  expect(await printer.write(new Uint8Array(250))).toBe(100)
  await printer.endDoc()
  await printer.control(id, 'pause')
  await printer.control(id, 'delete')
  await printer.close()
  expect(asked).toEqual([
    'open Zebra',
    'printer 5',
    'driver 2',
    'start Label RAW',
    'page',
    'write 250',
    'end page',
    'end doc',
    'set 7 1',
    'set 7 5',
    'close 4294967297',
  ])
})

test('a driver of version 4 is passed bytes as XPS_PASS', async () => {
  const { asked, spooler } = winspool({ version: 4 })
  await (await spooler.open('Zebra')).startDoc('Label')
  expect(asked).toContain('start Label XPS_PASS')
})

test.each([
  [0x2, true],
  [0x240, false],
])('attributes of %i', async (attributes, isDirect) => {
  const { spooler } = winspool({ attributes })
  expect((await spooler.open('Zebra')).isDirect).toBe(isDirect)
})

test.each([160, 4_096, 70_000])('a job of %i bytes is read', async (jobLength) => {
  const { spooler } = winspool({ jobLength })
  expect(await (await spooler.open('Zebra')).job(7)).toEqual({
    status: 0x11,
    position: 3,
    size: 20_000,
    pagesPrinted: 1,
  })
})

test('jobs left in the queue are told by the name of the document and of this computer', async () => {
  const here = `\\\\${hostname().toUpperCase()}`
  const queue = jobInfo1([
    { id: 1, machine: here, document: 'Label' },
    { id: 2, machine: here, document: '发票' },
    { id: 3, machine: '\\\\OTHER', document: 'Label' },
    { id: 4, machine: hostname(), document: 'Label' },
  ])
  const printer = await winspool({ queue }).spooler.open('Zebra')
  expect(await printer.jobsOf('Label')).toEqual([1, 4])
  const nobody = await winspool({}).spooler.open('Zebra')
  expect(await nobody.jobsOf('Label')).toEqual([])
})

test('only one error says that a job is gone; every other is told', async () => {
  expect(await (await winspool({ gone: 87 }).spooler.open('Zebra')).job(7)).toBeNull()
  const printer = await winspool({ gone: 1722 }).spooler.open('Zebra')
  await expect(printer.job(7)).rejects.toMatchObject({ code: 'RPC_S_SERVER_UNAVAILABLE' })
  await expect(printer.abortDoc()).rejects.toMatchObject({ code: 'ERROR_ACCESS_DENIED' })
})

test('there is no such library but on Windows', async () => {
  await expect(openWinspool()).rejects.toThrow('not Windows')
})
