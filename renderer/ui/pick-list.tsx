import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import type { Choice } from './choice-chips.tsx'
import { Icon } from './icons.tsx'
import styles from './pick-list.module.css'

export interface PickListProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** One of several, where chips would take too much room. */
export const PickList = <Id extends string>(props: PickListProps<Id>) => {
  const { label, choices, chosen, onChoose } = props
  return (
    <Select
      aria-label={label}
      value={chosen}
      onChange={(key) => {
        const found = choices.find((choice) => choice.id === key)
        if (found !== undefined) onChoose(found.id)
      }}
    >
      <Button className={styles['button'] ?? ''}>
        <SelectValue>{choices.find((choice) => choice.id === chosen)?.label}</SelectValue>
        <Icon name="chevron" />
      </Button>
      <Popover className={styles['popover'] ?? ''}>
        <ListBox className={styles['list'] ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className={styles['item'] ?? ''}
            >
              {({ isSelected }) => (
                <>
                  {choice.label}
                  {isSelected ? <Icon name="check" weight={3} /> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
