import type { CartonPageView } from '#shared/contract/carton-page-views.ts'
import type { TagTone } from '#renderer/ui/tag.tsx'

export const stateTones = {
  planned: 'plain',
  open: 'brand',
  parked: 'warn',
  sealed: 'warn',
  marked: 'warn',
  verified: 'ok',
  voided: 'bad',
} as const satisfies Record<CartonPageView['state'], TagTone>
