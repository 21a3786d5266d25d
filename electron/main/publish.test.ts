import { describe, expect, it, vi } from 'vitest'
import { type Publish, publishLater } from './publish.ts'

const cartons = (orderNo: string) => ['cartons', { orderNo }] as const

describe('publishLater', () => {
  it('sends nothing before the work that made the news is over', async () => {
    const send = vi.fn<Publish>()
    const publish = publishLater(send)
    publish(...cartons('BH-1'))
    await Promise.resolve()
    expect(send).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith(...cartons('BH-1')))
  })

  it('keeps the order of news that arise while others are sent', async () => {
    const sent: string[] = []
    const publish = publishLater((_name, payload) => {
      const { orderNo } = payload as { orderNo: string }
      if (orderNo === 'BH-1') publish(...cartons('BH-3'))
      sent.push(orderNo)
    })
    publish(...cartons('BH-1'))
    publish(...cartons('BH-2'))
    await vi.waitFor(() => expect(sent).toEqual(['BH-1', 'BH-2', 'BH-3']))
  })
})
