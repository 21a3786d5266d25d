export { CartonsPanel } from './cartons-panel.tsx'
export { CartonsProvider, type CartonsStore, createCartonsStore, followCartons } from './store.ts'
