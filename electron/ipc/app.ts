import type { AppState, Language } from '#shared/contract/views.ts'
import type { RequestHandlers } from './register.ts'

interface AppParts {
  readonly state: () => AppState
  readonly setLanguage: (language: Language) => void
}

export const appHandlers = ({
  state,
  setLanguage,
}: AppParts): Pick<RequestHandlers, 'app.state' | 'app.setLanguage'> => ({
  'app.state': state,
  'app.setLanguage': setLanguage,
})
