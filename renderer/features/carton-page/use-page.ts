import { useEffect, useState } from 'react'
import type { CartonPageView } from '#shared/contract/carton-page-views.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { useStation } from '#renderer/lib/station.tsx'

interface ReadPage {
  readonly page: CartonPageView | null
  readonly problem: ErrorShape | null
}

const unread: ReadPage = { page: null, problem: null }

/** The page of one carton, read again while it is printed, changed or uploaded. */
export const usePage = (code: string): ReadPage => {
  const { ask, client } = useStation()
  const [read, setRead] = useState<ReadPage>(unread)
  useEffect(() => {
    let isShown = true
    let asked = 0
    const readOn = async (): Promise<void> => {
      asked += 1
      const turn = asked
      const answer = await ask('cartons.page', code)
      if (!isShown || turn !== asked) return
      if (answer.ok) setRead({ page: answer.value, problem: null })
      else setRead({ page: null, problem: answer.error })
    }
    void readOn()
    const stops = [
      client.on.cartons(() => void readOn()),
      client.on.printing(() => void readOn()),
      client.on.sync(() => void readOn()),
    ]
    return () => {
      isShown = false
      for (const stop of stops) stop()
    }
  }, [ask, client, code])
  // Another carton's page is no page of this one.
  return read.page !== null && read.page.code !== code ? unread : read
}
