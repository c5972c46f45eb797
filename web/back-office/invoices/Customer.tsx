import { useQuery } from '@tanstack/react-query'
import { shop } from '../desk/shop.ts'

/** Who owes an invoice: as they stand on its order. */
export function Customer({ orderId }: { readonly orderId: string }) {
  const { data: order } = useQuery({ queryKey: ['order', orderId], queryFn: () => shop.operatorGetOrder({ orderId }), staleTime: Infinity })
  return <>{order?.shippingAddress.name ?? '…'}<small>{order?.email ?? ' '}</small></>
}
