import type { ImportPreview } from '#shared/contract/import-views.ts'
import { localName } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { WindowList } from '#renderer/ui/window-list.tsx'
import { faultPlace, faultSentence } from './fault-sentence.ts'
import styles from './import-dialog.module.css'

type Fault = ImportPreview['faults'][number]

const FaultRow = ({ fault }: { fault: Fault }) => {
  const say = useSay()
  const heading = localName(say.language, fault.headingZh, fault.headingEn)
  return (
    <div className={styles['fault']}>
      <b>{say.sentence(faultPlace(fault))}</b>
      <span>{heading}</span>
      <span>{say.sentence(faultSentence(fault, say.language))}</span>
    </div>
  )
}

/** Everything that is wrong with a file, from top to bottom. */
export const FaultList = ({ preview }: { preview: ImportPreview }) => {
  const say = useSay()
  const more = preview.faultCount - preview.faults.length
  return (
    <>
      <p role="alert" className={styles['bad']}>
        <bdi>{preview.file}</bdi> · {say('imports.bad', { count: preview.faultCount })}
      </p>
      <div className={styles['list']}>
        <WindowList
          label={say('imports.faults')}
          items={preview.faults}
          rowRem={4}
          keyOf={(fault) => JSON.stringify(fault)}
          render={(fault) => <FaultRow fault={fault} />}
        />
      </div>
      {more === 0 ? null : <p className={styles['more']}>{say('imports.more', { count: more })}</p>}
    </>
  )
}
