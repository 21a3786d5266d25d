import styles from './visually-hidden.module.css'

/** Read out by a screen reader whenever the text changes; not seen. */
export const Announcer = ({ text }: { text: string }) => (
  <div aria-live="assertive" aria-atomic="true" className={styles['hidden']}>
    {text}
  </div>
)
