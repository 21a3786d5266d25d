import { useCallback, useState } from 'react'
import type { ImportPreview } from '#shared/contract/import-views.ts'
import type { SheetKind } from '#shared/domain/sheet-kind.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { Language } from '#shared/contract/views.ts'
import { useStation } from '#renderer/lib/station.tsx'

/** A file on its way in: chosen, checked, agreed to. */
export const useImport = (onImported: () => void) => {
  const { ask } = useStation()
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [problem, setProblem] = useState<ErrorShape | null>(null)
  const [kept, setKept] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const forget = useCallback(() => {
    setPreview(null)
    setProblem(null)
    setKept(null)
  }, [])

  const choose = async (kind: SheetKind): Promise<void> => {
    setIsBusy(true)
    const answer = await ask('imports.choose', kind)
    setIsBusy(false)
    // Nobody chose: what was chosen before is given up by the station too.
    forget()
    if (answer.ok) setPreview(answer.value)
    else setProblem(answer.error)
  }

  const keepTemplate = async (kind: SheetKind, language: Language): Promise<void> => {
    const answer = await ask('documents.template', { kind, language })
    setProblem(answer.ok ? null : answer.error)
    setKept(answer.ok ? answer.value : null)
  }

  const confirm = async (id: number): Promise<void> => {
    setIsBusy(true)
    const answer = await ask('imports.confirm', id)
    setIsBusy(false)
    if (answer.ok) {
      onImported()
      return
    }
    setPreview(null)
    setProblem(answer.error)
  }

  return { preview, problem, kept, isBusy, forget, choose, keepTemplate, confirm }
}
