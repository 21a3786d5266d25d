export { DecisionBar } from './decision-bar.tsx'
export { createDecisionsStore, DecisionsProvider, followDecisions } from './store.ts'
