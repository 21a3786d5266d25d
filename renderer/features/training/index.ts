export { createTrainingStore, followPrints, TrainingProvider, type TrainingStore } from './store.ts'
export { TrainingTray, type TrainingTrayProps } from './training-tray.tsx'
