import { useEffect, useEffectEvent } from 'react'

/** What a key stands for now; null for nothing. @param isAsking an open question has the floor */
export type DeedOfKey = (key: string, isAsking: boolean) => (() => void) | null

/** Keys that are pressed alone do what they stand for, whatever has the focus. */
export const useKeys = (deedOf: DeedOfKey): void => {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const deed = deedOf(event.key, document.querySelector('[role="dialog"]') !== null)
    if (deed === null) return
    event.preventDefault()
    deed()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
