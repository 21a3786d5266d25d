export { limitsFrom, loadRulePacks } from './rule-packs.ts'
