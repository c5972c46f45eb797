import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { typedIn } from '../desk/form.ts'
import { Done, Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { ProductPicker } from './ProductPicker.tsx'
import type { NewRule, Rule } from './rule.ts'
import { ruleWords, type RuleKind } from './words.ts'

interface Props {
  readonly kind: RuleKind
  /** The one that is changed; a new one without. */
  readonly rule: Rule | undefined
  /** What a new one begins with. */
  readonly query: string
  readonly done: () => void
}

export function RuleForm({ kind, rule, query, done }: Props) {
  const [productIds, setProductIds] = useState<readonly string[]>(rule?.kind === 'pin' || rule?.kind === 'boost' ? rule.productIds : [])
  const put = useMutation({
    mutationFn: (made: NewRule) => shop.operatorPutSearchRule({ rule: made }),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['search-rules'] }); if (rule) done() },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    const form = event.currentTarget
    const typed = typedIn(event)
    put.mutate(ruleOf(kind, typed, productIds, rule?.id), { onSuccess: () => { form.reset(); setProductIds([]) } })
  }
  const asked = rule && rule.kind !== 'synonym' ? rule.query : query
  return (
    <section className="block" aria-labelledby="rule-form">
      <h2 id="rule-form">{rule ? 'Change it' : 'A new one'}</h2>
      <p className="quiet">{ruleWords[kind].what}</p>
      <form className="fields" onSubmit={submit}>
        {kind === 'synonym'
          ? <Textarea name="words" label="Words" description="One or more a line; two lines at least" minRows={3} autosize={false} rows={4} defaultValue={rule?.kind === 'synonym' ? rule.words.join('\n') : query} required withAsterisk={false} />
          : <TextInput name="query" label="Query" description="Compared word by word, whatever its capitals and accents" defaultValue={asked} required withAsterisk={false} />}
        {kind === 'redirect' && <TextInput name="to" label="Page" description="A path of this shop" placeholder="/c/the-sea" defaultValue={rule?.kind === 'redirect' ? rule.to : ''} required withAsterisk={false} />}
        {(kind === 'pin' || kind === 'boost') && <ProductPicker productIds={productIds} change={setProductIds} ordered={kind === 'pin'} />}
        <Wrong error={put.error} />
        <div className="row"><Button type="submit" loading={put.isPending} disabled={(kind === 'pin' || kind === 'boost') && productIds.length === 0}>{rule ? 'Keep it so' : 'Make it'}</Button>{rule && <Button variant="default" onClick={done}>Leave it</Button>}</div>
        <Done words={put.isSuccess ? 'It holds in the shop now.' : null} />
      </form>
    </section>
  )
}

function ruleOf(kind: RuleKind, typed: (name: string) => string, productIds: readonly string[], id: string | undefined): NewRule {
  const same = id === undefined ? {} : { id }
  switch (kind) {
    case 'synonym': return { ...same, kind, words: typed('words').split('\n').map((line) => line.trim()).filter(Boolean) }
    case 'redirect': return { ...same, kind, query: typed('query'), to: typed('to') }
    case 'pin': case 'boost': return { ...same, kind, query: typed('query'), productIds: [...productIds] }
    case 'hide': return { ...same, kind, query: typed('query') }
    default: return kind satisfies never
  }
}
