import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Page } from '../desk/Page.tsx'
import { Done, Wrong } from '../desk/Said.tsx'
import { shop } from '../desk/shop.ts'
import { count } from '../desk/words.ts'

interface Breach { readonly promise: number; readonly detail: string; readonly ids: readonly string[] }

/** Orders, stock, money and mails compared, page by page, until there is no more. */
export function AuditPage() {
  const [examined, setExamined] = useState(0)
  const audit = useMutation({
    mutationFn: async () => {
      const breaches: Breach[] = []
      const withOperator = new Set<string>()
      let seen = 0
      let cursor: string | undefined
      do {
        const page = await shop.operatorAudit(cursor === undefined ? {} : { cursor })
        breaches.push(...page.breaches)
        for (const one of page.withOperator) withOperator.add(one)
        seen += page.examined
        setExamined(seen)
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      return { breaches, withOperator: [...withOperator], seen }
    },
  })
  const found = audit.data
  return (
    <Page title="Audit" note="Compares what orders, stock, payments, the provider and the mails say. It changes nothing.">
      <div className="bar"><Button loading={audit.isPending} onClick={() => { setExamined(0); audit.mutate() }}>Compare everything</Button></div>
      {audit.isPending && <p className="quiet">{count(examined, 'thing', 'things')} looked at so far …</p>}
      <Wrong error={audit.error} />
      <Done words={found ? found.breaches.length === 0 ? `All agrees: ${count(found.seen, 'thing', 'things')} looked at.` : `${count(found.breaches.length, 'thing does', 'things do')} not agree.` : null} />
      {found && found.breaches.length > 0 && (
        <div className="scroll">
          <table className="list">
            <thead><tr><th scope="col">What is so and must never be</th><th scope="col">Promise</th><th scope="col">Which</th></tr></thead>
            <tbody>{found.breaches.map(({ promise, detail, ids }) => <tr key={`${promise} ${ids.join(' ')}`}><td className="w">{detail}</td><td>{promise}</td><td className="w">{ids.join(', ')}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      {found && found.withOperator.length > 0 && <p>With you already: {found.withOperator.join(', ')}</p>}
    </Page>
  )
}
