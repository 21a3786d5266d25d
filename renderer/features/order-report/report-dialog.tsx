import { useCallback, useEffect, useState } from 'react'
import type { Answer } from '#shared/contract/ipc.ts'
import type { OrderReportView } from '#shared/contract/order-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { errorFacts, errorSentence } from '#renderer/lib/error-sentence.ts'
import { clockTime, monthDay } from '#renderer/lib/format.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { hinderSentence, notedReason, reportStage, shortLines } from './presentation.ts'
import styles from './report-dialog.module.css'
import { ReportExceptions } from './report-exceptions.tsx'
import { ReportLines } from './report-lines.tsx'
import { ShortReasons } from './short-reasons.tsx'

export interface ReportDialogProps {
  readonly orderNo: string
  readonly onClose: () => void
}

const moment = (iso: string) => ({ day: monthDay(iso), time: clockTime(iso) })

/** The report, read again with every change of the order, and after each act. */
const useReport = (orderNo: string) => {
  const { ask, client } = useStation()
  const [report, setReport] = useState<OrderReportView | null>(null)
  const [problem, setProblem] = useState<ErrorShape | null>(null)
  const take = useCallback((answer: Answer<OrderReportView>): void => {
    if (answer.ok) setReport(answer.value)
    else setProblem(answer.error)
  }, [])
  const read = useCallback(() => ask('orders.report', orderNo).then(take), [ask, orderNo, take])
  useEffect(() => {
    void ask('orders.report', orderNo).then(take)
    return client.on.orders((changed) => {
      if (changed.some((order) => order.orderNo === orderNo)) void read()
    })
  }, [ask, client, orderNo, read, take])
  return { report, problem, setProblem, read }
}

/** Planned versus packed; from here the order is closed and declared. */
export const ReportDialog = ({ orderNo, onClose }: ReportDialogProps) => {
  const say = useSay()
  const { ask } = useStation()
  const { report, problem, setProblem, read } = useReport(orderNo)
  const [exported, setExported] = useState<string | null>(null)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  if (report === null) {
    return (
      <Dialog
        isOpen
        title={say('report.title', { orderNo })}
        closeLabel={say('dialog.back')}
        onClose={onClose}
      >
        <EmptyState
          icon="box"
          title={problem === null ? say('report.reading') : say.sentence(errorSentence(problem))}
        />
      </Dialog>
    )
  }
  const stage = reportStage(report)
  const short = stage.act === 'close' ? shortLines(report) : []
  // What was noted while packing answers for a line until somebody says otherwise.
  const noted = Object.fromEntries(
    short.flatMap(({ sku }) => {
      const key = notedReason(report, sku)
      return key === null ? [] : [[sku, say(key)]]
    }),
  )
  const given = { ...noted, ...reasons }
  const told = short.map(({ sku }) => ({ sku, reason: (given[sku] ?? '').trim() }))
  const isReady = report.hinders.length === 0 && told.every(({ reason }) => reason !== '')
  const go = async (act: 'close' | 'declare'): Promise<void> => {
    const answer =
      act === 'close'
        ? await ask('orders.close', { orderNo, short: told })
        : await ask('orders.declare', orderNo)
    setProblem(answer.ok ? null : answer.error)
    await read()
  }
  const keepPackingList = async (): Promise<void> => {
    const answer = await ask('documents.packingList', { orderNo, language: say.language })
    setProblem(answer.ok ? null : answer.error)
    setExported(answer.ok ? answer.value : null)
  }
  const { sealed, marked, verified } = report.cartons
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('report.title', { orderNo })}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      {report.closedAt === null ? null : (
        <p className={styles['moments']}>
          {say('report.closedAt', moment(report.closedAt))}
          {report.declaredAt === null
            ? null
            : ` · ${say('report.declaredAt', moment(report.declaredAt))}`}
        </p>
      )}
      <ReportLines lines={report.lines} />
      <ReportExceptions exceptions={report.exceptions} />
      {stage.act !== 'close' || report.hinders.length === 0 ? null : (
        <section className={styles['hinders']}>
          <h3>{say('report.hindersTitle')}</h3>
          <ul>
            {report.hinders.map((hinder) => (
              <li key={`${hinder.kind} ${hinder.cartonCode ?? hinder.sku ?? ''}`}>
                {say.sentence(hinderSentence(hinder))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.hinders.length > 0 ? null : (
        <ShortReasons short={short} reasons={given} onChange={setReasons} />
      )}
      <output className={styles['said']}>
        {say.sentence(stage.said)}
        {exported === null ? null : ` · ${say('report.exported', { file: exported })}`}
      </output>
      {problem === null ? null : (
        <p role="alert" className={styles['problem']}>
          {say.sentence(errorSentence(problem))} <bdi>{errorFacts(say, problem)}</bdi>
        </p>
      )}
      <DialogActions>
        <Button onPress={onClose}>{say('dialog.back')}</Button>
        {sealed + marked + verified === 0 ? null : (
          <Button onPress={() => void keepPackingList()}>{say('report.export')}</Button>
        )}
        {stage.act === null ? null : (
          <Button
            tone="primary"
            isDisabled={stage.act === 'close' && !isReady}
            onPress={() => void go(stage.act ?? 'close')}
          >
            {say(`report.${stage.act}`)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
