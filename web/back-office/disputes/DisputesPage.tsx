import { Link, useSearchParams } from 'wouter'
import type { Dispute } from '@octavo/payments/contract'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { shop } from '../desk/shop.ts'
import { momentOf, priceOf } from '../desk/words.ts'

const states: Readonly<Record<Dispute['state'], readonly [shape: string, words: string]>> = {
  inquiry: ['', 'Asked about'], open: ['stop', 'Waits for evidence'], under_review: ['half', 'Being decided'], won: ['full', 'Won'], lost: ['stop', 'Lost'], closed: ['full', 'Came to nothing'],
}

/** Charges that their cards' holders dispute: what is taken back, and until when it can be answered. */
export function DisputesPage() {
  const [given] = useSearchParams()
  const all = given.get('all') === 'yes'
  return (
    <Page title="Disputes" note="A card’s holder says that it was not them, or that nothing came. Evidence, such as the parcel’s tracking, is handed in with the payment provider.">
      <div className="views">
        <Link href="/disputes" aria-current={all ? undefined : 'page'}>Open</Link>
        <Link href="/disputes?all=yes" aria-current={all ? 'page' : undefined}>All</Link>
      </div>
      <Pages of={['disputes', all]} every={30_000} empty={all ? 'There never was one.' : 'Nothing is disputed.'} ask={(cursor) => shop.operatorListDisputes({ ...(!all && { open: 'true' as const }), ...(cursor && { cursor }) })}>
        {(disputes) => (
          <table className="list">
            <thead><tr><th scope="col">How it stands</th><th scope="col">Evidence until</th><th scope="col">Why</th><th scope="col">Order</th><th scope="col" className="r">Disputed</th><th scope="col" className="r">Taken back</th></tr></thead>
            <tbody>
              {disputes.map(({ id, state, evidenceDueAt, reason, orderId, providerReference, amount, withdrawn }) => (
                <tr key={id}>
                  <td><span className={`state ${states[state][0]}`}>{states[state][1]}</span></td>
                  <td className="nowrap">{(state === 'open' || state === 'inquiry') && evidenceDueAt !== null && <b>{momentOf(evidenceDueAt)}</b>}</td>
                  <td className="w">{reason.replaceAll('_', ' ')}<small>{providerReference}</small></td>
                  <td>{orderId === null ? 'none of ours' : <Link href={`/orders/${orderId}`}>Its order</Link>}</td>
                  <td className="r nowrap">{priceOf(amount)}</td>
                  <td className="r nowrap">{priceOf(withdrawn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pages>
    </Page>
  )
}
