import styles from './name-text.module.css'

/** Names shorter than this are left to the browser. */
const long = 16
/** Characters kept at the end: there stands what tells look-alikes apart ("黑色", "500 ml"). */
const tailLength = 6

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Cuts a long name before its last characters, never inside one. */
export const splitName = (name: string): readonly [head: string, tail: string] => {
  if (name.length <= long) return [name, '']
  const graphemes = Array.from(segments.segment(name), ({ segment }) => segment)
  if (graphemes.length <= long) return [name, '']
  return [graphemes.slice(0, -tailLength).join(''), graphemes.slice(-tailLength).join('')]
}

const leftToRight = /^[^\u0590-\u08FF\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]*$/

/** A foreign name on one line: plain text, isolated from its surroundings; a long one gives way in the middle. */
export const NameText = ({ name }: { name: string }) => {
  const [head, tail] = leftToRight.test(name) ? splitName(name) : [name, '']
  return (
    <bdi className={styles['name']} title={name}>
      <span className={styles['head']}>{head}</span>
      {tail === '' ? null : <span className={styles['tail']}>{tail}</span>}
    </bdi>
  )
}
