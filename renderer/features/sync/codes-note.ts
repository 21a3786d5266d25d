import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'

/** Fewer carton codes than this do not last a busy hour. */
const few = 50

/** What the number of carton codes left means for packing. */
export const codesNote = (
  left: number,
): { readonly sentence: Sentence; readonly tone: 'warn' | 'bad' | undefined } => {
  if (left === 0) return { sentence: sentence('syncHealth.codesNone'), tone: 'bad' }
  if (left < few) return { sentence: sentence('syncHealth.codesFew'), tone: 'warn' }
  return { sentence: sentence('syncHealth.codesEnough'), tone: undefined }
}
