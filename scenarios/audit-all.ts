import { Visitor, type Stage } from './visitor.ts'

interface Page { readonly examined: number; readonly breaches: readonly unknown[]; readonly nextCursor: string | null }

/** What the shop's own audit finds, everything looked at. */
export async function auditAll(stage: Stage): Promise<unknown[]> {
  const visitor = new Visitor(stage)
  const breaches: unknown[] = []
  let examined = 0
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page = await visitor.operator('GET', `/audit${cursor && `?cursor=${encodeURIComponent(cursor)}`}`)
    breaches.push(...page.breaches)
    examined += page.examined
    cursor = page.nextCursor
  }
  return examined === 0 ? ['nothing was looked at'] : breaches
}
