import type { CartonMoment, UploadView } from '#shared/contract/carton-page-views.ts'
import { sentence, type Sentence } from '#renderer/lib/i18n/index.ts'
import { serverReasons } from '#renderer/lib/server-words.ts'
import type { IconName } from '#renderer/ui/icons.tsx'
import type { Tone } from './moment-words.ts'

export interface UploadLook {
  readonly icon: IconName
  readonly tone: Tone
  readonly word: Sentence
  /** Why, in words, and what the server said itself. */
  readonly notes: readonly Sentence[]
}

const uploadLooks = {
  waiting: ['clock', 'plain'],
  taken: ['cloud', 'plain'],
  flagged: ['warning', 'warn'],
  refused: ['cross', 'bad'],
  held: ['warning', 'warn'],
} as const satisfies Record<UploadView['state'], readonly [IconName, Tone]>

/** Where the word about it stands. */
export const uploadLook = ({ state, code, message }: UploadView): UploadLook => {
  const [icon, tone] = uploadLooks[state]
  return {
    icon,
    tone,
    word: sentence(`life.upload.${state}`),
    notes: [
      ...(code === '' ? [] : serverReasons(code)),
      ...(message === '' ? [] : [sentence('syncHealth.said', { words: message })]),
    ],
  }
}

/** How far the server has the carton's life, in one sentence. */
export const uploadsSentence = (moments: readonly CartonMoment[]): Sentence => {
  const states = moments.flatMap((moment) =>
    'upload' in moment && moment.upload !== null ? [moment.upload.state] : [],
  )
  const refused = states.filter((state) => state === 'refused').length
  const waiting = states.filter((state) => state === 'waiting').length
  if (refused > 0) return sentence('life.uploadsRefused', { count: refused })
  if (waiting > 0) return sentence('life.uploadsWaiting', { count: waiting })
  return sentence(states.length === 0 ? 'life.uploadsNone' : 'life.uploadsDone')
}
