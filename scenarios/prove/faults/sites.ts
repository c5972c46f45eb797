import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A place in the code at whose both ends a process may die: a statement that writes, a call of another service, a call of the provider. */
export interface Site {
  readonly service: string
  /** `statement services/orders/store/orders.ts insertOrder`, `call inventory.hold`, `provider POST /v1/refunds`. */
  readonly name: string
  /** Of a statement: where it stands. */
  readonly file?: string
  readonly from?: number
  readonly to?: number
}

const services = ['orders', 'payments', 'inventory', 'cart']

/** Read from the code as it is, so that no place is forgotten when the code grows. */
export function findSites(root: string): Site[] {
  return services.flatMap((service) => {
    const writers = functionsOf(root, service)
    const files = globSync(`services/${service}/{api,audit,basket,checkout,live,movements,order,payment,provider,reactions,store,sweeper}/**/*.ts`, { cwd: root })
      .map((file) => file.replaceAll('\\', '/')).filter((file) => !file.endsWith('.test.ts')).sort()
    const found = files.flatMap((file) => sitesIn(root, service, file, writers))
    return [...new Map(found.map((site) => [`${site.name} ${site.from ?? ''}`, site])).values()]
  })
}

/** Functions that a service keeps in its database; each of them may write. */
function functionsOf(root: string, service: string): RegExp | undefined {
  const names = globSync(`services/${service}/store/migrations/*.sql`, { cwd: root })
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/create (?:or replace )?function (\w+)\([^$]*?language plpgsql/g)].map(([, name]) => name))
  return names.length === 0 ? undefined : new RegExp(`\\b(${names.join('|')})\\(`)
}

function sitesIn(root: string, service: string, file: string, writers: RegExp | undefined): Site[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const sites: Site[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const method = node.expression.name.text
      const target = node.expression.expression.getText(source)
      if (/^(run|one|maybe|rows|send)$/.test(method) && node.arguments[0] && writes(textOf(node.arguments[0]), writers)) {
        const line = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1
        sites.push({ service, name: `statement ${file} ${ownerOf(node)}`, file, from: line(node.getStart(source)), to: line(node.end) })
      }
      const called = /(?:^|\.)(cart|inventory|payments|shipping)$/.exec(target)?.[1]
      if (service === 'orders' && called !== undefined) sites.push({ service, name: `call ${called}.${method}` })
      if (/^stripe\.\w+$/.test(target) && method !== 'constructEvent') sites.push({ service, name: `provider ${pathOf(target.slice('stripe.'.length), method)}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return sites
}

const writes = (text: string, writers: RegExp | undefined): boolean => /\b(insert into|delete from)\b|\bupdate [a-z_]+( as \w+)? set\b/i.test(text) || (writers?.test(text) ?? false)

const textOf = (node: ts.Expression): string => (ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText() : '')

/** The function or constant of the file that it stands in. */
function ownerOf(node: ts.Node): string {
  let name = ''
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if ((ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) && at.name) name = at.name.getText()
    else if (ts.isVariableDeclaration(at) && at.initializer && ts.isArrowFunction(at.initializer)) name = at.name.getText()
  }
  return name
}

/** How Stripe's client speaks to its API. */
function pathOf(resource: string, verb: string): string {
  const path = `/v1/${resource.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  switch (verb) {
    case 'create': return `POST ${path}`
    case 'list': return `GET ${path}`
    case 'retrieve': return `GET ${path}/:id`
    case 'listPaymentMethods': return `GET ${path}/:id/payment_methods`
    default: return `POST ${path}/:id/${verb}`
  }
}
