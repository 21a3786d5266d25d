import { useState } from 'react'
import type { ErrorShape } from '#shared/errors.ts'
import { type ChosenDevice } from './chosen-device.ts'
import { useDevices } from './store.ts'

type Done = { readonly ok: true } | { readonly ok: false; readonly error: ErrorShape }

/** Saves; the station is then wired anew, and the page comes back to `after`. */
export const useSaving = () => {
  const reopenAt = useDevices((state) => state.reopenAt)
  const dropReopening = useDevices((state) => state.dropReopening)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<ErrorShape | null>(null)
  const save = async (after: ChosenDevice | null, work: () => Promise<Done>): Promise<void> => {
    if (isSaving) return
    setSaving(true)
    setError(null)
    reopenAt(after)
    const answer = await work()
    setSaving(false)
    if (answer.ok) return
    dropReopening()
    setError(answer.error)
  }
  return { isSaving, error, setError, save }
}
