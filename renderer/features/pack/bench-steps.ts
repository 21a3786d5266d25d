import type { BenchState } from '#shared/contract/views.ts'

export type BenchStep = BenchState['step']

/** The steps of a carton in their order. */
export const benchSteps = [
  'packing',
  'weighing',
  'marking',
  'scan-back',
] as const satisfies readonly BenchStep[]
