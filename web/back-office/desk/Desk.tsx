import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { DisputesPage } from '../disputes/DisputesPage.tsx'
import { ExplainPage } from '../finding/ExplainPage.tsx'
import { IndexPage } from '../finding/IndexPage.tsx'
import { QueriesPage } from '../finding/QueriesPage.tsx'
import { RulesPage } from '../finding/RulesPage.tsx'
import { ImportsPage } from '../imports/ImportsPage.tsx'
import { InvoicesPage } from '../invoices/InvoicesPage.tsx'
import { OrderPage } from '../orders/OrderPage.tsx'
import { OrdersPage } from '../orders/OrdersPage.tsx'
import { PicturesPage } from '../pictures/PicturesPage.tsx'
import { AuditPage } from '../watch/AuditPage.tsx'
import { ParkedPage } from '../watch/ParkedPage.tsx'
import { SagaPage } from '../watch/SagaPage.tsx'
import { SagasPage } from '../watch/SagasPage.tsx'
import { Logo } from './Logo.tsx'
import { Page } from './Page.tsx'
import { Wrong } from './Said.tsx'
import { queries, shop } from './shop.ts'
import { SignIn } from './SignIn.tsx'

const sections = [
  { name: 'Selling', places: [{ to: '/orders', name: 'Orders' }, { to: '/invoices', name: 'Invoices' }, { to: '/disputes', name: 'Disputes' }] },
  { name: 'Goods', places: [{ to: '/imports', name: 'Imports' }, { to: '/pictures', name: 'Pictures' }] },
  { name: 'Finding', places: [{ to: '/queries', name: 'Queries' }, { to: '/search-rules', name: 'Rules' }, { to: '/explain', name: 'Explain' }, { to: '/search-index', name: 'Index' }] },
  { name: 'Keeping watch', places: [{ to: '/audit', name: 'Audit' }, { to: '/sagas', name: 'Checkouts' }, { to: '/parked-events', name: 'Parked events' }] },
]

/** Whoever is no operator is asked to sign in; what the desk shows, the shop itself gives to operators alone. */
export function Desk() {
  const session = useQuery({ queryKey: ['session'], queryFn: () => shop.getSession() })
  if (session.isPending) return null
  if (session.error) return <main className="door" id="main"><div><h1>The back office</h1><Wrong error={session.error} /></div></main>
  const { name, roles } = session.data
  if (!roles.includes('operator')) return <SignIn stranger={name} />
  return (
    <div className="office">
      <a className="skip" href="#main">Skip to the page</a>
      <Rail name={name ?? ''} />
      <main className="work" id="main" tabIndex={-1}>
        <Switch>
          <Route path="/"><Redirect to="/orders" replace /></Route>
          <Route path="/orders" component={OrdersPage} />
          <Route path="/orders/:orderId">{({ orderId }) => <OrderPage orderId={orderId} />}</Route>
          <Route path="/invoices" component={InvoicesPage} />
          <Route path="/disputes" component={DisputesPage} />
          <Route path="/imports" component={ImportsPage} />
          <Route path="/pictures" component={PicturesPage} />
          <Route path="/queries" component={QueriesPage} />
          <Route path="/search-rules" component={RulesPage} />
          <Route path="/explain" component={ExplainPage} />
          <Route path="/search-index" component={IndexPage} />
          <Route path="/audit" component={AuditPage} />
          <Route path="/sagas" component={SagasPage} />
          <Route path="/sagas/:id">{({ id }) => <SagaPage checkoutId={id} />}</Route>
          <Route path="/parked-events" component={ParkedPage} />
          <Route><Page title="Nothing is kept here">Choose a section at the side.</Page></Route>
        </Switch>
      </main>
    </div>
  )
}

function Rail({ name }: { readonly name: string }) {
  const [here] = useLocation()
  const signOut = useMutation({ mutationFn: () => shop.signOut(), onSuccess: () => queries.clear(), onSettled: () => queries.invalidateQueries() })
  return (
    <header className="rail">
      <Link className="logo" href="/orders"><Logo /><span>Octavo</span></Link>
      <nav aria-label="Sections">
        {sections.map((section) => (
          <div key={section.name}>
            <p>{section.name}</p>
            <ul>{section.places.map(({ to, name: place }) => <li key={to}><Link href={to} aria-current={here === to || here.startsWith(`${to}/`) ? 'page' : undefined}>{place}</Link></li>)}</ul>
          </div>
        ))}
      </nav>
      <div className="who">
        <span>{name}</span>
        <a href="/">The shop</a>
        <Button variant="default" size="compact-sm" loading={signOut.isPending} onClick={() => signOut.mutate()}>Sign out</Button>
      </div>
    </header>
  )
}
