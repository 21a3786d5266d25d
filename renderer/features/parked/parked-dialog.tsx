import { parkPurposes } from '#shared/domain/carton.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog, DialogActions } from '#renderer/ui/dialog.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import styles from './parked-dialog.module.css'
import { ParkedRow } from './parked-row.tsx'
import { useParked } from './store.ts'

export interface ParkedDialogProps {
  readonly now: Date
  readonly onClose: () => void
}

/** 挂箱 and 待称重: the cartons off the bench, longest first. Their temporary labels lead back to them by a scan. */
export const ParkedDialog = ({ now, onClose }: ParkedDialogProps) => {
  const say = useSay()
  const { act } = useStation()
  const cartons = useParked((state) => state.cartons)
  const resume = (code: string): void => {
    onClose()
    void act('parked.resume', code)
  }
  return (
    <Dialog
      isOpen
      size="wide"
      title={say('parked.title')}
      closeLabel={say('dialog.back')}
      onClose={onClose}
    >
      <p className={styles['hint']}>{say('parked.hint')}</p>
      {cartons.length === 0 ? <EmptyState icon="box" title={say('parked.none')} /> : null}
      {parkPurposes.toReversed().map((purpose) => {
        const here = cartons.filter((carton) => carton.purpose === purpose)
        return here.length === 0 ? null : (
          <section key={purpose} aria-label={say(`parked.purpose.${purpose}`)}>
            <h3 className={styles['heading']}>
              {say(`parked.purpose.${purpose}`)} <span>{here.length}</span>
            </h3>
            <ul className={styles['list']}>
              {here.map((carton) => (
                <ParkedRow
                  key={carton.code}
                  carton={carton}
                  now={now}
                  onResume={() => resume(carton.code)}
                />
              ))}
            </ul>
          </section>
        )
      })}
      <DialogActions>
        <Button
          onPress={() => {
            onClose()
            void act('shift.start', undefined)
          }}
        >
          {say('shift.start')}
        </Button>
        <Button onPress={onClose}>{say('dialog.back')}</Button>
      </DialogActions>
    </Dialog>
  )
}
