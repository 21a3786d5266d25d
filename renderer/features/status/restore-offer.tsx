import { useState } from 'react'
import type { ErrorShape } from '#shared/errors.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { type Say, useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import styles from './restore-offer.module.css'

const lostText = (say: Say, { lost, lostScans }: ErrorShape['details']): string => {
  if (typeof lost !== 'number' || typeof lostScans !== 'number') return say('restore.lostUnknown')
  const count = lost + lostScans
  return count === 0 ? say('restore.lostNone') : say('restore.lost', { count })
}

/** What can be done about a damaged store: bring back the newest good backup, once its price has been read. */
export const RestoreOffer = ({ problem }: { problem: ErrorShape }) => {
  const say = useSay()
  const { act } = useStation()
  const [isRestoring, setRestoring] = useState(false)
  const { backup, backupAt } = problem.details
  if (backup === undefined) return null
  if (typeof backup !== 'string' || typeof backupAt !== 'string') {
    return <p className={styles['text']}>{say('restore.none')}</p>
  }
  const restore = async (): Promise<void> => {
    setRestoring(true)
    await act('store.restoreBackup', backup)
    setRestoring(false)
  }
  return (
    <div className={styles['offer']}>
      <p className={styles['text']}>
        <b>{say('restore.offer', { day: monthDay(backupAt), time: clockTime(backupAt) })}</b>
      </p>
      <p className={styles['text']}>{lostText(say, problem.details)}</p>
      <p className={styles['text']}>{say('restore.check')}</p>
      <Button tone="primary" size="large" isDisabled={isRestoring} onPress={() => void restore()}>
        {say('restore.button')}
      </Button>
    </div>
  )
}
