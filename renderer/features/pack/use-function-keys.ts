import { useEffect } from 'react'
import { packKeys } from './keys.ts'
import { useBenchApi } from './store.ts'
import { useDeed } from './use-deed.ts'

/** Function keys do what the buttons of the footer do, whatever has the focus. */
export const useFunctionKeys = (): void => {
  const bench = useBenchApi()
  const doDeed = useDeed()
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const state = bench.getState().mirror?.state
      const found = state && packKeys(state).find((packKey) => packKey.key === event.key)
      if (found === undefined) return
      // An open question has the floor; only an acknowledgement may come between.
      const isAsking = document.querySelector('[role="dialog"]') !== null
      if (isAsking && found.key !== 'F9') return
      event.preventDefault()
      doDeed(found.deed)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [bench, doDeed])
}
