import type { LineNews, OpenLine } from '#electron/devices/links/link.ts'
import { AppError } from '#shared/errors.ts'

/** A device that sends reports and can be pulled out: what hidapi would be, for no virtual HID device can be had here. */
export interface ReportLine {
  readonly open: OpenLine
  send(report: Uint8Array): void
  plug(): void
  unplug(): void
}

const missing = (): AppError => new AppError('device-missing', 'not plugged in')

export const createReportLine = (): ReportLine => {
  let isPlugged = true
  let news: LineNews | null = null
  return {
    open: async (listener) => {
      if (!isPlugged) throw missing()
      news = listener
      return {
        write: () => Promise.resolve(),
        close: () => {
          news = null
          return Promise.resolve()
        },
      }
    },
    send: (report) => news?.bytes(report),
    plug: () => {
      isPlugged = true
    },
    unplug: () => {
      isPlugged = false
      const told = news
      news = null
      told?.gone(missing())
    },
  }
}
