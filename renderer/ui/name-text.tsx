import { cutMiddle, splitTail } from './cut-name.ts'
import { cx } from './cx.ts'
import styles from './name-text.module.css'

export interface NameTextProps {
  readonly name: string
  /** Lines it may take. */
  readonly lines?: 1 | 2
  /** Whether its end tells it apart, as with goods; the end of a company's name says nothing. */
  readonly tells?: 'end' | 'start'
}

/** Two lines of a list row, in half-width characters. */
const twoLines = 44

/** A foreign name: plain text, isolated from its surroundings. A long one gives way in the middle, not at its telling end. */
export const NameText = ({ name, lines = 1, tells = 'end' }: NameTextProps) => {
  if (lines === 2) {
    return (
      <bdi className={cx(styles['name'], styles['two'])} title={name}>
        {cutMiddle(name, twoLines)}
      </bdi>
    )
  }
  const [head, tail] = tells === 'end' ? splitTail(name) : [name, '']
  return (
    <bdi className={cx(styles['name'], styles['one'])} title={name}>
      <span className={styles['head']}>{head}</span>
      {tail === '' ? null : <span className={styles['tail']}>{tail}</span>}
    </bdi>
  )
}
