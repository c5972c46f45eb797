import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { Page } from '../desk/Page.tsx'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { ProductName } from './ProductName.tsx'
import { RuleForm } from './RuleForm.tsx'
import type { Rule } from './rule.ts'
import { ruleKinds, ruleWords, type RuleKind } from './words.ts'

/** What operators say of words: made, changed and let go here, effective in the shop at once. */
export function RulesPage() {
  const [given, setGiven] = useSearchParams()
  const kind = ruleKinds.find((one) => one === given.get('kind')) ?? 'synonym'
  const rules = useQuery({ queryKey: ['search-rules'], queryFn: () => shop.operatorListSearchRules() })
  const remove = useMutation({ mutationFn: (ruleId: string) => shop.operatorRemoveSearchRule({ ruleId }), onSuccess: () => queries.invalidateQueries({ queryKey: ['search-rules'] }) })
  const shown = rules.data?.items.filter((rule) => rule.kind === kind) ?? []
  const changing = shown.find(({ id }) => id === given.get('rule'))
  const close = (): void => setGiven({ kind })
  return (
    <Page title="Rules of search" note="Effective in the shop within seconds; nothing is indexed anew.">
      <div className="views">{ruleKinds.map((one) => <Link key={one} href={`/search-rules?kind=${one}`} aria-current={one === kind ? 'page' : undefined}>{ruleWords[one].name}</Link>)}</div>
      <Wrong error={rules.error ?? remove.error} />
      <div className="two">
        <section className="block" aria-label={ruleWords[kind].name}>
          {rules.data && shown.length === 0 && <p className="empty">{ruleWords[kind].empty}</p>}
          {shown.length > 0 && (
            <table className="list">
              <thead><tr><th scope="col">{kind === 'synonym' ? 'Words' : 'Query'}</th>{wide(kind) && <th scope="col">Leads to</th>}<th scope="col"><span className="sr">What to do</span></th></tr></thead>
              <tbody>
                {shown.map((rule) => (
                  <tr key={rule.id}>
                    <td className="w"><b>{rule.kind === 'synonym' ? rule.words.join(' = ') : rule.query}</b></td>
                    {wide(kind) && <td className="w"><Outcome rule={rule} /></td>}
                    <td className="nowrap"><div className="row"><Button size="compact-sm" variant="default" onClick={() => setGiven({ kind, rule: rule.id })}>Change</Button><Button size="compact-sm" variant="outline" color="red" loading={remove.isPending && remove.variables === rule.id} onClick={() => remove.mutate(rule.id)}>Let go</Button></div></td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <RuleForm key={`${kind} ${changing?.id ?? 'new'} ${given.get('query') ?? ''}`} kind={kind} rule={changing} query={given.get('query') ?? ''} done={close} />
      </div>
    </Page>
  )
}

const wide = (kind: RuleKind): boolean => kind !== 'synonym' && kind !== 'hide'

function Outcome({ rule }: { readonly rule: Rule }) {
  if (rule.kind === 'redirect') return <a href={rule.to}>{rule.to}</a>
  if (rule.kind === 'pin' || rule.kind === 'boost') return <ol>{rule.productIds.map((id) => <li key={id}><ProductName productId={id} /></li>)}</ol>
  return null
}
