import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './tabs.module.css'

export interface TabItem<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly note?: string
  readonly panel: ReactNode
}

export interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly TabItem<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  readonly className?: string
  /** Stands at the end of the row of tabs. */
  readonly aside?: ReactNode
}

export const Tabs = <Id extends string>(props: TabsProps<Id>) => {
  const { label, tabs, selected, onSelect, className, aside } = props
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const found = tabs.find((tab) => tab.id === key)
        if (found !== undefined) onSelect(found.id)
      }}
      className={cx(styles['tabs'], className)}
    >
      <div className={styles['head']}>
        <TabList aria-label={label} className={styles['list'] ?? ''}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={styles['tab'] ?? ''}>
              {tab.label}
              {tab.note === undefined ? null : <span className={styles['note']}>{tab.note}</span>}
            </Tab>
          ))}
        </TabList>
        {aside}
      </div>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles['panel'] ?? ''}>
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
