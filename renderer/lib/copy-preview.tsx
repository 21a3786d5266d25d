import { useEffect, useState } from 'react'
import type { Answer, RequestOutput } from '#shared/contract/ipc.ts'
import { useSay } from './i18n/index.ts'
import { errorSentence } from './error-sentence.ts'
import { LabelPreview } from './label-preview.tsx'
import { useStation } from './station.tsx'
import styles from './copy-preview.module.css'

export interface CopyPreviewProps {
  readonly code: string
  readonly side: 1 | 2
  readonly page: number
}

/** The copy that will come out of the printer, before the packer asks for it. */
export const CopyPreview = ({ code, side, page }: CopyPreviewProps) => {
  const say = useSay()
  const { ask } = useStation()
  const [answer, setAnswer] = useState<Answer<RequestOutput<'labels.preview'>> | null>(null)
  useEffect(() => {
    let isWanted = true
    void ask('labels.preview', { code, side, page }).then((given) => {
      if (isWanted) setAnswer(given)
    })
    return () => {
      isWanted = false
    }
  }, [ask, code, side, page])
  return (
    <div className={styles['frame']}>
      {answer?.ok === true ? (
        <LabelPreview
          document={answer.value.document}
          symbols={answer.value.symbols}
          label={say('copy.preview')}
          className={styles['picture']}
        />
      ) : null}
      {answer?.ok === false ? (
        <p role="alert">{say.sentence(errorSentence(answer.error))}</p>
      ) : null}
    </div>
  )
}
