import { ChoiceChips } from './choice-chips.tsx'
import styles from './form.module.css'
import { TextBox } from './text-box.tsx'

export interface ReasonFieldProps {
  readonly label: string
  readonly otherLabel: string
  /** The usual reasons, in words. */
  readonly reasons: readonly string[]
  readonly value: string
  readonly onChange: (reason: string) => void
}

/** A reason: one press on a usual one, or free text. */
export const ReasonField = ({ label, otherLabel, reasons, value, onChange }: ReasonFieldProps) => (
  <div className={styles['reason']}>
    <span className={styles['label']} aria-hidden="true">
      {label}
    </span>
    <ChoiceChips
      label={label}
      choices={reasons.map((reason) => ({ id: reason, label: reason }))}
      chosen={reasons.includes(value) ? value : null}
      onChoose={onChange}
    />
    <TextBox
      label={otherLabel}
      value={reasons.includes(value) ? '' : value}
      onChange={onChange}
      maxLength={200}
    />
  </div>
)
