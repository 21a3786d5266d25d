export { OperatorBadge } from './operator-badge.tsx'
export { SignInScreen } from './sign-in-screen.tsx'
export { createOperatorsStore, followOperators, OperatorsProvider, useOperators } from './store.ts'
