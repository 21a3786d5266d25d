import { type ReactNode, useCallback } from 'react'
import { errorSentence } from '#renderer/lib/error-sentence.ts'
import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { useKeys } from '#renderer/lib/use-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icons.tsx'
import { SearchBox } from '#renderer/ui/search-box.tsx'
import { CartonPage } from './carton-page.tsx'
import { FoundList } from './found-list.tsx'
import styles from './lookup-screen.module.css'
import { useLookup } from './store.ts'
import { isOnlyCarton, lookupVerdict } from './verdict.ts'

export interface LookupScreenProps {
  readonly isOrderInHand: boolean
}

/** 查找: scans and what is typed only look things up; the bench stands as it was left. */
export const LookupScreen = ({ isOrderInHand }: LookupScreenProps) => {
  const say = useSay()
  const { act } = useStation()
  const view = useLookup((state) => state.view)
  const text = useLookup((state) => state.text)
  const found = useLookup((state) => state.found)
  const problem = useLookup((state) => state.problem)
  const type = useLookup((state) => state.type)
  const close = useCallback(() => void act('lookup.close', undefined), [act])
  const show = useCallback((code: string | null) => void act('lookup.show', code), [act])
  useKeys((key, isAsking) => (!isAsking && (key === 'F1' || key === 'Escape') ? close : null))
  if (view === null) return null
  const { cartonCode } = view

  const change = (next: string): void => {
    if (cartonCode !== null) show(null)
    type(next)
  }
  const showFirst = (): void => {
    const [first, ...others] = found?.cartons.rows ?? []
    if (first !== undefined && others.length === 0) show(first.code)
  }
  const openOrder = async (orderNo: string): Promise<void> => {
    if (await act('lookup.close', undefined)) void act('bench.open', orderNo)
  }
  const centre = (): ReactNode => {
    if (cartonCode !== null) return <CartonPage key={cartonCode} code={cartonCode} />
    if (found !== null) {
      return (
        <FoundList
          found={found}
          isOrderInHand={isOrderInHand}
          onShow={show}
          onOpenOrder={(orderNo) => void openOrder(orderNo)}
          onSearch={type}
        />
      )
    }
    return (
      <EmptyState icon="scan" title={say('lookup.beginTitle')} hint={say('lookup.beginText')} />
    )
  }
  return (
    <div className={styles['screen']}>
      <main
        className={styles['main']}
        data-testid="scan-feedback"
        data-verdict={lookupVerdict(view)}
      >
        <div className={styles['asked']}>
          <SearchBox
            label={say('lookup.field')}
            placeholder={say('lookup.hint')}
            clearLabel={say('lookup.clear')}
            value={text}
            onChange={change}
            onSubmit={showFirst}
            autoFocus={cartonCode === null}
          />
          {cartonCode === null || found === null || isOnlyCarton(found) ? null : (
            <Button onPress={() => show(null)}>
              <Icon name="back" />
              {say('lookup.back')}
            </Button>
          )}
        </div>
        {problem === null ? null : (
          <p role="alert" className={styles['problem']}>
            <Icon name="warning" weight={2.4} /> {say.sentence(errorSentence(problem))}
          </p>
        )}
        {centre()}
      </main>
      <footer className={styles['footer']}>
        <p>{isOrderInHand ? say('lookup.kept') : null}</p>
        <Button size="large" tone="primary" shortcut="F1" onPress={close}>
          {say(isOrderInHand ? 'lookup.closePack' : 'lookup.closeOrders')}
        </Button>
      </footer>
    </div>
  )
}
