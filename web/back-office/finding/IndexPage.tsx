import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Page } from '../desk/Page.tsx'
import { Done, Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { count } from '../desk/words.ts'

const states = { live: 'answers', building: 'is being filled', previous: 'kept from before' } as const

/** Whether the index has everything, and making it anew. */
export function IndexPage() {
  const state = useQuery({ queryKey: ['search-index'], queryFn: () => shop.operatorGetSearchIndex(), refetchInterval: 3000 })
  const rebuild = useMutation({ mutationFn: () => shop.operatorRebuildSearchIndex(), onSettled: () => queries.invalidateQueries({ queryKey: ['search-index'] }) })
  const { indexes, products, indexed, well, likeness } = state.data ?? {}
  const building = indexes?.some(({ state: standing }) => standing === 'building') ?? false
  const made = indexes?.find(({ name, state: standing }) => standing === 'live' && name === rebuild.data?.name)?.name
  return (
    <Page title="The index" note="Follows the catalogue by itself, and is compared with it round and round.">
      <Wrong error={state.error ?? rebuild.error} />
      {state.data && (
        <div className="column">
          <p className={well ? 'state full' : 'state stop'}>{well ? 'Well' : 'It does not answer. The shop finds by titles until it is back.'}</p>
          <dl className="facts short">
            <dt>Products to be found</dt><dd>{count(products ?? 0, 'product', 'products')}</dd>
            <dt>In the index</dt><dd>{indexed === null || indexed === undefined ? 'not known' : count(indexed, 'product', 'products')}</dd>
            <dt>Likeness known of</dt><dd>{likeness?.model == null ? 'none: too few products, or not fitted yet' : count(likeness.products, 'product', 'products')}{(likeness?.pending ?? 0) > 0 && `, ${likeness?.pending} to be looked at`}</dd>
          </dl>
          <table className="list">
            <thead><tr><th scope="col">Index</th><th scope="col">Stands</th></tr></thead>
            <tbody>{indexes?.map(({ name, state: standing, pending }) => <tr key={name}><td className="w">{name}</td><td>{states[standing]}{standing !== 'previous' && pending > 0 && `, ${count(pending, 'product', 'products')} to go`}</td></tr>)}</tbody>
          </table>
          <div className="row"><Button variant="default" loading={rebuild.isPending} disabled={building} onClick={() => rebuild.mutate()}>Make it anew</Button><span className="quiet">The old one answers until the new one has everything. That takes minutes with many products, and goes on when this page is closed.</span></div>
          <Done words={made && !building ? `${made} answers now, with ${count(indexed ?? 0, 'product', 'products')}.` : building ? 'A new one is being filled.' : null} />
        </div>
      )}
    </Page>
  )
}
