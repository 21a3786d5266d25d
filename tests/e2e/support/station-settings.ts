import type { Language } from '#shared/contract/views.ts'

/** `settings.json` as an administrator writes it. */
export interface StationSettings {
  readonly language?: Language
  readonly mode?: 'training' | 'live'
  readonly station?: { readonly name: string }
  readonly api?: { readonly url: string; readonly pairingCode?: string }
  readonly printers?: readonly {
    readonly id: string
    readonly address: string
    readonly language: 'zpl'
    readonly dpi: 203
    readonly media: '100x150'
  }[]
  readonly scale?: { readonly address: string; readonly protocol: string } | null
}

interface LiveParts {
  /** Without a pairing code somebody has to type one. */
  readonly server: { readonly url: string; readonly pairingCode?: string }
  /** `tcp://host:port`, `file:path` or `virtual`. */
  readonly printer: string
  readonly scale?: 'virtual' | null
  readonly language?: Language
}

/** A bench at work: a server, one label printer, and the virtual scale unless there is none. */
export const liveSettings = (parts: LiveParts): StationSettings => ({
  language: parts.language ?? 'zh-CN',
  mode: 'live',
  station: { name: '打包台 7' },
  api: parts.server,
  printers: [{ id: 'p1', address: parts.printer, language: 'zpl', dpi: 203, media: '100x150' }],
  scale: parts.scale === null ? null : { address: 'virtual', protocol: 'virtual' },
})
