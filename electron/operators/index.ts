export { createOperatorScans } from './operator-scans.ts'
export { createSignIn } from './sign-in.ts'
export type { SignIn } from './sign-in.ts'
