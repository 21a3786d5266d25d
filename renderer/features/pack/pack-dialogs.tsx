import { AcceptWeightDialog } from './accept-weight-dialog.tsx'
import { BoxTypeDialog } from './box-type-dialog.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import { MeasureDialog } from './measure-dialog.tsx'
import { PhotoDialog } from './photo-dialog.tsx'
import { useBenchStore } from './store.ts'
import { TimesDialog } from './times-dialog.tsx'
import { UnitLabelsDialog } from './unit-labels-dialog.tsx'
import { TypeWeightDialog } from './type-weight-dialog.tsx'

/** The question that is open over the Pack screen, if any. */
export const PackDialogs = () => {
  const dialog = useBenchStore((state) => state.dialog)
  const openDialog = useBenchStore((state) => state.openDialog)
  const close = (): void => openDialog(null)
  switch (dialog) {
    case 'times':
      return <TimesDialog onClose={close} />
    case 'box':
      return <BoxTypeDialog onClose={close} />
    case 'weight':
      return <TypeWeightDialog onClose={close} />
    case 'accept':
      return <AcceptWeightDialog onClose={close} />
    case 'copy':
      return <CopyDialog onClose={close} />
    case 'unit-labels':
      return <UnitLabelsDialog onClose={close} />
    case 'exception':
      return <ExceptionDialog onClose={close} />
    case 'measure':
      return <MeasureDialog onClose={close} />
    case 'photo':
      return <PhotoDialog onClose={close} />
    case null:
      return null
  }
}
