import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Icon } from './icons.tsx'
import styles from './choice-chips.module.css'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly count?: number
}

export interface ChoiceChipsProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
}

/** A row of chips of which one is chosen. */
export const ChoiceChips = <Id extends string>(props: ChoiceChipsProps<Id>) => {
  const { label, choices, chosen, onChoose } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const found = choices.find((choice) => keys.has(choice.id))
        if (found !== undefined) onChoose(found.id)
      }}
      className={styles['group'] ?? ''}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.id} id={choice.id} className={styles['chip'] ?? ''}>
          {({ isSelected }) => (
            <>
              {choice.label}
              {choice.count === undefined ? null : (
                <span className={styles['count']}>{choice.count}</span>
              )}
              {isSelected ? <Icon name="check" weight={3.5} className={styles['sign']} /> : null}
            </>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
