import { useEffect } from 'react'
import type { SyncView } from '#shared/contract/views.ts'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { AnsweredList } from './answered-list.tsx'
import { EnrolForm } from './enrol-form.tsx'
import { Identity, NumbersLow, PendingTypes } from './sync-details.tsx'
import { SyncFigures } from './sync-figures.tsx'
import { SyncState } from './sync-state.tsx'
import { useSyncHealth } from './store.ts'
import styles from './sync-panel.module.css'

export interface SyncPanelProps {
  /** As it was told last; newer than what the panel read. */
  readonly sync: SyncView | null
  readonly now: Date
  readonly onClose: () => void
}

/** Sync health: everything that a person may ask about the line to the server, and what can be done. */
export const SyncPanel = ({ sync, now, onClose }: SyncPanelProps) => {
  const say = useSay()
  const health = useSyncHealth((state) => state.health)
  const problem = useSyncHealth((state) => state.problem)
  const watch = useSyncHealth((state) => state.watch)
  useEffect(() => watch(), [watch])
  const told = sync ?? health?.sync ?? null
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('sync.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      {told === null ? null : <SyncState sync={told} now={now} />}
      {health === null ? (
        problem === null ? (
          <EmptyState icon="cloud" title={say('syncHealth.reading')} />
        ) : (
          <EmptyState
            icon="warning"
            tone="bad"
            title={say('syncHealth.failed')}
            hint={say.sentence(errorSentence(problem))}
          />
        )
      ) : (
        <>
          {health.enrolAgain ? (
            <EnrolForm consentDue={health.consentDue} isFirst={health.stationId === null} />
          ) : null}
          <SyncFigures health={health} sync={told ?? health.sync} now={now} />
          <AnsweredList
            title={say('syncHealth.refusalsTitle')}
            none={say('syncHealth.refusalsNone')}
            hint={say('syncHealth.refusalsHint')}
            tone="bad"
            items={health.refusals}
            now={now}
          />
          {health.flagged.length === 0 ? null : (
            <AnsweredList
              title={say('syncHealth.flaggedTitle')}
              tone="warn"
              items={health.flagged}
              now={now}
            />
          )}
          <NumbersLow orders={health.numbersLow} />
          <div className={styles['columns']}>
            <PendingTypes pending={health.pendingByType} />
            <Identity health={health} />
          </div>
        </>
      )}
    </Dialog>
  )
}
