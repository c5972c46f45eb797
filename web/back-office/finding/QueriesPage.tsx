import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { Page } from '../desk/Page.tsx'
import { Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { count, momentOf } from '../desk/words.ts'
import { matchingWords } from './words.ts'

const views = [
  { which: 'all', name: 'All', empty: 'Nobody has searched yet.' },
  { which: 'not-found', name: 'Nothing found', empty: 'Everything that was asked for was found.' },
  { which: 'not-clicked', name: 'Nothing clicked', empty: 'Nothing was looked at and left, by shoppers who agreed to be noted.' },
] as const

/** What people ask, and what became of it. */
export function QueriesPage() {
  const [given] = useSearchParams()
  const view = views.find(({ which }) => which === given.get('which')) ?? views[0]
  const asked = useQuery({ queryKey: ['queries', view.which], queryFn: () => shop.operatorListQueries({ which: view.which, days: 30 }), refetchInterval: 30_000 })
  return (
    <Page title="Queries" note="Thirty days, the most frequent first. Clicks are those of shoppers who agreed to be noted.">
      <div className="views">{views.map(({ which, name }) => <Link key={which} href={`/queries?which=${which}`} aria-current={which === view.which ? 'page' : undefined}>{name}</Link>)}</div>
      <Wrong error={asked.error} />
      {asked.isPending && <p className="quiet">Looking …</p>}
      {asked.data?.items.length === 0 && <p className="empty">{view.empty}</p>}
      {asked.data && asked.data.items.length > 0 && (
        <div className="scroll">
          <table className="list">
            <thead><tr><th scope="col">Query</th><th scope="col" className="r">Asked</th><th scope="col">Found</th><th scope="col">Looked at</th><th scope="col">Last</th><th scope="col"><span className="sr">What to do</span></th></tr></thead>
            <tbody>
              {asked.data.items.map((query) => (
                <tr key={`${query.market} ${query.query}`}>
                  <td className="w"><b>{query.query}</b><small>{query.market}</small></td>
                  <td className="r">{query.times}</td>
                  <td>{query.total}<small>{matchingWords[query.matching] ?? query.matching}</small></td>
                  <td>{query.watched === 0 ? <span className="quiet">not by anybody noted</span> : <>{count(query.watched, 'time', 'times')} by {count(query.shoppers, 'shopper', 'shoppers')}<small>{[`${query.clicked} clicked`, query.added > 0 && `${query.added} took`, query.bought > 0 && `${query.bought} bought`].filter(Boolean).join(', ')}</small></>}</td>
                  <td className="nowrap">{momentOf(query.lastAskedAt)}</td>
                  <td><div className="row"><Link href={`/explain?${new URLSearchParams({ q: query.query, market: query.market }).toString()}`}>Explain</Link><Link href={`/search-rules?${new URLSearchParams({ kind: view.which === 'not-found' ? 'synonym' : 'pin', query: query.query }).toString()}`}>Rule</Link></div></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  )
}
