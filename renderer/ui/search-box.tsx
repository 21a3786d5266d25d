import { Button, Input, SearchField } from 'react-aria-components'
import { Icon } from './icons.tsx'
import styles from './search-box.module.css'

export interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter was pressed. */
  readonly onSubmit?: () => void
  readonly autoFocus?: boolean
}

export const SearchBox = (props: SearchBoxProps) => {
  const { label, placeholder, clearLabel, value, onChange, onSubmit, autoFocus = false } = props
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit === undefined ? {} : { onSubmit })}
      autoFocus={autoFocus}
      className={styles['box'] ?? ''}
    >
      <Icon name="search" className={styles['glass']} />
      <Input
        placeholder={placeholder}
        className={styles['input'] ?? ''}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      {value === '' ? null : (
        <Button aria-label={clearLabel} className={styles['clear'] ?? ''}>
          <Icon name="close" />
        </Button>
      )}
    </SearchField>
  )
}
