import type { Queryable } from '@octavo/database'
import type { Rule } from '../contract.ts'

export const readRules = async (sql: Queryable): Promise<Rule[]> => (await sql.rows<{ rule: Rule }>('select rule from rule order by changed_at desc, id')).map(({ rule }) => rule)

export async function writeRule(sql: Queryable, rule: Rule): Promise<void> {
  await sql.run('insert into rule (id, kind, rule) values ($1, $2, $3) on conflict (id) do update set kind = excluded.kind, rule = excluded.rule, changed_at = now()', [rule.id, rule.kind, JSON.stringify(rule)])
}

export const deleteRule = async (sql: Queryable, id: string): Promise<boolean> => (await sql.run('delete from rule where id = $1', [id])) > 0
