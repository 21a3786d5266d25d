import { loadMarkFont } from './font.ts'
import type { LaidOutLabel, LayOutRequest, RenderedLabel, RenderRequest } from './label-renderer.ts'
import { createMarkRenderer } from './render-mark.ts'
import { serveCalls } from '#electron/workers/index.ts'
import { symbolRuns } from './symbol-runs.ts'
import { warmUpMark } from './warm-up-mark.ts'

const renderer = createMarkRenderer(loadMarkFont())

// The first render compiles code and fills the glyph cache; no packer should wait for that.
renderer.render(
  { kind: 'box-mark', mark: warmUpMark, label: { side: 1, page: 1, copy: 0 } },
  { language: 'zpl', dpi: 203, media: '100x150' },
)

serveCalls((request: RenderRequest | LayOutRequest): RenderedLabel | LaidOutLabel => {
  if ('target' in request) return renderer.render(request.input, request.target)
  const document = renderer.layOut(request.input, request.paper)
  return { document, symbols: symbolRuns(document) }
})
