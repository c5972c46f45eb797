import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { typedIn } from '../desk/form.ts'
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
  const [, go] = useLocation()
  const search = given.get('search') ?? ''
  const view = search === '' ? views.find(({ status }) => status === given.get('status')) ?? views[0] : undefined
  const find = (event: FormEvent<HTMLFormElement>): void => {
    const text = typedIn(event)('search')
    go(text === '' ? '/sagas' : `/sagas?search=${encodeURIComponent(text)}`)
  }
  const empty = search !== '' ? `Nothing is known of ${search}.` : view?.status === 'stuck' ? 'None is stuck.' : 'None.'
  return (
    <Page title="Checkouts" note="Each attempt to turn a basket into an order, and the step where it stands.">
      <div className="views">{views.map(({ status, name }) => <Link key={status} href={`/sagas?status=${status}`} aria-current={view?.status === status ? 'page' : undefined}>{name}</Link>)}</div>
      <form className="bar" role="search" onSubmit={find}>
        <TextInput key={search} name="search" label="Checkout, order or address" defaultValue={search} placeholder="ada@reader.example" />
        <Button type="submit" variant="default">Find</Button>
      </form>
      <Pages of={['sagas', search, view?.status]} every={5000} empty={empty} ask={(cursor) => shop.operatorListSagas({ ...(view ? { status: view.status } : { search }), ...(cursor && { cursor }) })}>
        {(sagas) => (
          <table className="list">
            <thead><tr><th scope="col">Checkout</th><th scope="col">Step</th><th scope="col">Begun</th><th scope="col">What was said last</th></tr></thead>
            <tbody>
              {sagas.map((saga) => (
                <tr key={saga.checkoutId}>
                  <td><Link href={`/sagas/${saga.checkoutId}`}>{saga.checkoutId}</Link></td>
                  <td>{saga.step.replaceAll('-', ' ')}</td>
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
