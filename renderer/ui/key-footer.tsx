import { Button, type ButtonProps } from './button.tsx'
import styles from './key-footer.module.css'

export interface FooterKey {
  readonly label: string
  readonly tone: NonNullable<ButtonProps['tone']>
  /** The key that does the same, as it is called on keyboards; null where there is none. */
  readonly shortcut: string | null
  readonly onPress: () => void
}

/** The keys that mean something now, at the foot of a screen; the first of several leaves it. */
export const KeyFooter = ({ label, keys }: { label: string; keys: readonly FooterKey[] }) => (
  <footer className={styles['footer']}>
    <div className={styles['keys']} role="toolbar" aria-label={label}>
      {keys.map((key) => (
        <Button
          key={key.label}
          size="large"
          tone={key.tone}
          shortcut={key.shortcut ?? undefined}
          onPress={key.onPress}
        >
          {key.label}
        </Button>
      ))}
    </div>
  </footer>
)
