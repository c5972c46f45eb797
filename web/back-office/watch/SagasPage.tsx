import { Link, useSearchParams } from 'wouter'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { shop } from '../desk/shop.ts'
import { momentOf } from '../desk/words.ts'

const views = [
  { status: 'stuck', name: 'Stuck' }, { status: 'running', name: 'Running' }, { status: 'waiting', name: 'Waiting for the shopper' }, { status: 'undoing', name: 'Being undone' },
  { status: 'failed', name: 'Failed' }, { status: 'completed', name: 'Completed' },
] as const

/** Checkouts as the saga sees them. */
export function SagasPage() {
  const [given] = useSearchParams()
  const { status } = views.find((view) => view.status === given.get('status')) ?? views[0]
  return (
    <Page title="Checkouts" note="Each attempt to turn a basket into an order, and the step where it stands.">
      <div className="views">{views.map((view) => <Link key={view.status} href={`/sagas?status=${view.status}`} aria-current={view.status === status ? 'page' : undefined}>{view.name}</Link>)}</div>
      <Pages of={['sagas', status]} every={5000} empty={status === 'stuck' ? 'None is stuck.' : 'None.'} ask={(cursor) => shop.operatorListSagas({ status, ...(cursor && { cursor }) })}>
        {(sagas) => (
          <table className="list">
            <thead><tr><th scope="col">Checkout</th><th scope="col">Step</th><th scope="col">Begun</th><th scope="col">What was said last</th></tr></thead>
            <tbody>
              {sagas.map((saga) => (
                <tr key={saga.checkoutId}>
                  <td><Link href={`/sagas/${saga.checkoutId}`}>{saga.checkoutId}</Link></td>
                  <td>{saga.step.replaceAll('_', ' ')}</td>
                  <td className="nowrap">{momentOf(saga.createdAt)}</td>
                  <td className="w">{saga.failure?.detail ?? saga.lastError ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pages>
    </Page>
  )
}
