import { setTimeout as pause } from 'node:timers/promises'

/** Asks until the answer is as wished; facts travel by events and arrive when they do. Throws the last answer after `forMs`. */
export async function eventually<Answer>(ask: () => Promise<Answer>, wished: (answer: Answer) => boolean, forMs = 20_000): Promise<Answer> {
  for (const giveUpAt = Date.now() + forMs; ;) {
    const answer = await ask()
    if (wished(answer)) return answer
    if (Date.now() > giveUpAt) throw new Error(`not in ${forMs} ms; the last answer: ${JSON.stringify(answer)}`)
    await pause(40)
  }
}
