export { OrdersHeader } from './orders-header.tsx'
export { OrdersScreen } from './orders-screen.tsx'
export {
  createOrdersStore,
  followOrders,
  OrdersProvider,
  type OrdersStore,
  useOrders,
} from './store.ts'
