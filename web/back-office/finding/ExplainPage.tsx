import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { typedIn } from '../desk/form.ts'
import { Page } from '../desk/Page.tsx'
import { Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { count } from '../desk/words.ts'
import { matchingWords } from './words.ts'

type Answer = Awaited<ReturnType<typeof shop.search>>
type Item = Answer['items'][number]

/** Why a query finds what it finds: what was read out of it, and what each feature gave to each place. */
export function ExplainPage() {
  const [given] = useSearchParams()
  const [, go] = useLocation()
  const q = given.get('q') ?? ''
  const market = given.get('market') ?? undefined
  const markets = useQuery({ queryKey: ['markets'], queryFn: () => shop.listMarkets(), staleTime: Infinity })
  const found = useQuery({ queryKey: ['explained', q, market], queryFn: () => shop.search({ q, explain: 'true', limit: 24, ...(market && { market }) }), enabled: q !== '' })
  const find = (event: FormEvent<HTMLFormElement>): void => {
    const typed = typedIn(event)
    go(`/explain?${new URLSearchParams({ q: typed('q'), market: typed('market') }).toString()}`)
  }
  return (
    <Page title="Explain" note="What a query finds, and what each feature gave to the place.">
      <form className="bar" role="search" onSubmit={find}>
        <TextInput key={q} className="grow" name="q" label="Query" defaultValue={q} required withAsterisk={false} maxLength={500} />
        <NativeSelect key={`${market} ${markets.data?.items.length}`} name="market" label="Market" defaultValue={market} data={markets.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []} />
        <Button type="submit" variant="default">Ask</Button>
      </form>
      <Wrong error={found.error} />
      {found.data && <Found answer={found.data} q={q} />}
    </Page>
  )
}

function Found({ answer, q }: { readonly answer: Answer; readonly q: string }) {
  const { items, total, matching, readings, undone, didYouMean, corrected, redirect, degraded } = answer
  const most = Math.max(0, ...items.map(({ explain }) => explain?.score ?? 0))
  return (
    <div className="column">
      <dl className="facts short">
        <dt>Found</dt><dd>{total.relation === 'atLeast' && 'more than '}{count(total.value, 'product', 'products')}, {matchingWords[matching]}</dd>
        {readings.length > 0 && <><dt>Read out of the words</dt><dd>{readings.map(({ label }) => label).join(', ')}</dd></>}
        {undone.length > 0 && <><dt>Read, and taken back</dt><dd>{undone.map(({ label }) => label).join(', ')}</dd></>}
        {didYouMean !== undefined && <><dt>{corrected ? 'Corrected to' : 'Did they mean'}</dt><dd>{didYouMean}</dd></>}
        {redirect !== undefined && <><dt>Leads to</dt><dd><a href={redirect}>{redirect}</a></dd></>}
        {degraded && <><dt>The index</dt><dd>does not answer; these are titles</dd></>}
      </dl>
      <div className="row"><Link href={`/search-rules?${new URLSearchParams({ kind: 'pin', query: q }).toString()}`}>Pin something for this query</Link></div>
      <div className="scroll">
        <table className="list fold">
          <thead><tr><th scope="col">Place and product</th><th scope="col">Score</th><th scope="col">What gave it</th></tr></thead>
          <tbody>{items.map((item, at) => <Placed key={item.id} item={item} place={at + 1} most={most} />)}</tbody>
        </table>
      </div>
    </div>
  )
}

function Placed({ item: { handle, title, contributors, explain }, place, most }: { readonly item: Item; readonly place: number; readonly most: number }) {
  const shares = Object.entries(explain?.shares ?? {}).sort(([, a], [, b]) => b - a)
  return (
    <tr>
      <td className="w">{place}. <a href={`/b/${handle}`}><b>{title}</b></a><small>{contributors.map(({ name }) => name).join(', ')}</small></td>
      <td className="nowrap">{explain ? <>{explain.score.toFixed(3)}<div className="progress" aria-hidden="true"><span style={{ width: `${most > 0 ? Math.max(0, explain.score / most) * 100 : 0}%` }} /></div></> : <span className="quiet">as the engine has it</span>}</td>
      <td className="w"><ul className="shares">{shares.map(([feature, share]) => <li key={feature}>{feature} <b>{share.toFixed(3)}</b></li>)}</ul></td>
    </tr>
  )
}
