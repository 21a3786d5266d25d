import { loadMarkFont } from './font.ts'
import type { RenderRequest } from './label-renderer.ts'
import { createMarkRenderer } from './render-mark.ts'
import { serveCalls } from './serve-calls.ts'
import { warmUpMark } from './warm-up-mark.ts'

const renderer = createMarkRenderer(loadMarkFont())

// The first render compiles code and fills the glyph cache; no packer should wait for that.
renderer.render(warmUpMark, { side: 1, page: 1, copy: 0 }, 'zpl', 203)

serveCalls(({ mark, label, language, dpi }: RenderRequest) =>
  renderer.render(mark, label, language, dpi),
)
