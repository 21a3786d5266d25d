import type { ElectronApplication } from '@playwright/test'

/** Whoever sits at the system's own dialogs, which no test can reach: chooses this file, or keeps one here; null turns away. */
export const answerFileDialogs = (
  electron: ElectronApplication,
  answers: { readonly open?: string | null; readonly save?: string | null },
): Promise<void> =>
  electron.evaluate(({ dialog }, { open = null, save = null }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === null, filePaths: open === null ? [] : [open] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: save === null, filePath: save ?? '' })
  }, answers)
