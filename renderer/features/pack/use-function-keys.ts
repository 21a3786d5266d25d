import { useKeys } from '#renderer/lib/use-keys.ts'
import { packKeys } from './keys.ts'
import { useBenchApi } from './store.ts'
import { useDeed } from './use-deed.ts'

/** Function keys do what the buttons of the footer do. */
export const useFunctionKeys = (): void => {
  const bench = useBenchApi()
  const doDeed = useDeed()
  useKeys((pressed, isAsking) => {
    const state = bench.getState().mirror?.state
    const found = state && packKeys(state).find(({ key }) => key === pressed)
    // Only an acknowledgement may come between a question and its answer.
    if (found === undefined || (isAsking && found.key !== 'F9')) return null
    return () => doDeed(found.deed)
  })
}
