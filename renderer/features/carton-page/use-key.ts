import { useEffect } from 'react'

/** Does something at a function key; an open question has the floor. */
export const useKey = (keys: readonly string[], press: () => void): void => {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (!keys.includes(event.key)) return
      if (document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      press()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [keys, press])
}
