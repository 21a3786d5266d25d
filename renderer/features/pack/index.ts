export { BoxTypesContext } from './box-types.ts'
export { PackHeader } from './pack-header.tsx'
export { PackScreen } from './pack-screen.tsx'
export { createScaleStore, followScale, ScaleProvider, type ScaleStore } from './scale-store.ts'
export {
  answerSeqOf,
  BenchProvider,
  type BenchStore,
  createBenchStore,
  followBench,
  useBenchApi,
  useBenchOrder,
  useBenchState,
  useBenchStore,
} from './store.ts'
export { ScanFeedbackBar } from './scan-feedback-bar.tsx'
export { usePackSounds } from './use-pack-sounds.ts'
