import { useEffect, useState } from 'react'

/** Times on the screen are told in minutes. */
const stepMs = 20_000

/** The wall clock, for display; it moves every 20 s. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), stepMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
