import type { RunConfig } from './config.ts'

/** Tells each step on a line of its own, behind the seconds since the start: some go on beside others, and log lines may come between. */
export function progress(write: (text: string) => void = (text) => process.stdout.write(text)): { step(words: string): void; done(): void } {
  const began = performance.now()
  const step = (words: string): void => write(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${words}\n`)
  return { step, done: () => step('open') }
}

type Operator = { readonly email: string; readonly password: string }

/** Said at the start that made the operator, and never again: nobody else knows the password. */
export const operatorWords = ({ email, password }: Operator): string => `${email}  ${password}  (shown this once)`

interface Started {
  readonly url: string
  readonly metricsUrl: string
  readonly home: string
  readonly testCards: boolean
  readonly operator: Operator | null
}

/** What somebody who has just started the shop wants to know. */
export function welcome({ url, metricsUrl, home, testCards, operator }: Started, { demo, port }: RunConfig): string {
  const outbox = demo === 'none' ? [] : [['Mails it sends', `${url}/outbox`]]
  const card = testCards ? [['Test card', '4242 4242 4242 4242, any date to come, any three digits'], ['One that is declined', '4000 0000 0000 0002'], ['One with 3-D Secure', '4000 0025 0000 3155']] : []
  const signIn = operator ? [['Operator', operatorWords(operator)]] : []
  const lines = [['The shop', url], ...outbox, ['The back office', `${url}/back-office/`], ['The API', `${url}/api/docs`], ['Metrics', metricsUrl], ...card, ...signIn, ['Data', home]]
  const other = demo === 'none' ? '\n  Books go in by: npm run octavo -- import csv FILE\n' : ''
  return `\nOctavo is open.\n\n${lines.map(([name = '', words]) => `  ${name.padEnd(22)}${words}`).join('\n')}\n${other}\n  Ctrl-C closes it. Another shop beside it: PORT=${port + 1} OCTAVO_HOME=.octavo-2 npm start\n`
}
