import { Input, Label, TextField } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './text-box.module.css'

export interface TextBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly autoFocus?: boolean
  /** Digits come up on a touch screen. */
  readonly numeric?: boolean
  readonly unit?: string
}

/** One line of text with its label above. */
export const TextBox = (props: TextBoxProps) => {
  const { label, value, onChange, maxLength, autoFocus = false, numeric = false, unit } = props
  return (
    <TextField
      value={value}
      onChange={onChange}
      maxLength={maxLength}
      autoFocus={autoFocus}
      className={styles['field'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <span className={cx(styles['line'], numeric && styles['numeric'])}>
        <Input
          className={styles['input'] ?? ''}
          inputMode={numeric ? 'decimal' : 'text'}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        {unit === undefined ? null : <span className={styles['unit']}>{unit}</span>}
      </span>
    </TextField>
  )
}
