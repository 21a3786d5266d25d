import { Button } from './button.tsx'
import styles from './number-pad.module.css'

export interface NumberPadProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly clearLabel: string
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const

/** Digits for a gloved finger. */
export const NumberPad = ({ value, onChange, maxLength, clearLabel }: NumberPadProps) => (
  <div className={styles['pad']}>
    {digits.map((digit) => (
      <Button
        key={digit}
        size="large"
        excludeFromTabOrder
        onPress={() => onChange((value + digit).slice(0, maxLength))}
      >
        {digit}
      </Button>
    ))}
    <Button
      size="large"
      excludeFromTabOrder
      className={styles['clear']}
      onPress={() => onChange('')}
    >
      {clearLabel}
    </Button>
  </div>
)
