import { useEffect } from 'react'
import { useStore } from 'zustand'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import type { NoticeStore } from '#renderer/lib/notices.ts'
import { Icon } from '#renderer/ui/icons.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import styles from './notice-bar.module.css'
import { useStatus } from './store.ts'

/** Long enough to read two lines twice: milliseconds. */
const shownMs = 12_000

/** Why the last act was refused, under the header: it covers nothing. */
export const NoticeBar = ({ notices }: { notices: NoticeStore }) => {
  const say = useSay()
  const notice = useStore(notices, (state) => state.notice)
  const seq = notice?.seq
  useEffect(() => {
    if (seq === undefined) return
    const timer = setTimeout(() => notices.getState().dismiss(), shownMs)
    return () => clearTimeout(timer)
  }, [notices, seq])
  return (
    <div role="alert">
      {notice === null ? null : (
        <div className={styles['bar']} key={notice.seq}>
          <Icon name="warning" className={styles['icon']} />
          <p>
            {say.sentence(errorSentence(notice.error))}{' '}
            <small>
              <bdi>{errorFacts(say, notice.error)}</bdi>
            </small>
          </p>
          <IconButton
            icon="close"
            label={say('dialog.dismiss')}
            className={styles['close']}
            onPress={() => notices.getState().dismiss()}
          />
        </div>
      )}
    </div>
  )
}

/** What is wrong with the station itself; it stays until it is put right. */
export const ProblemBar = () => {
  const say = useSay()
  const problem = useStatus((state) => state.app?.problem ?? state.problem)
  return problem === null ? null : (
    <div role="alert" className={styles['problem']}>
      <Icon name="warning" className={styles['icon']} />
      <p>
        <b>{say.sentence(errorSentence(problem))}</b>{' '}
        <small>
          <bdi>{errorFacts(say, problem)}</bdi>
        </small>
      </p>
    </div>
  )
}
