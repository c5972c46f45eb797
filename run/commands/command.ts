import { Writable } from 'node:stream'
import { findShop, type RunningShop } from '../control.ts'

/** Where a command is run: what it may know of the world. */
export interface Terminal {
  readonly out: Writable
  readonly err: Writable
  /** Whether somebody watches, who wants to see progress. */
  readonly watched: boolean
  /** Paths are meant from here. */
  readonly folder: string
  readonly home: string
  /** Ctrl-C. */
  readonly stop: AbortSignal
}

export interface Command {
  readonly summary: string
  readonly usage: string
  /** Gives the exit code. @throws {WrongUsage} */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** Called in a way that cannot be done. Its message says what can. */
export class WrongUsage extends Error {}

/** It went wrong in a way that somebody can do something about. */
export class Trouble extends Error {}

/** @throws {Trouble} saying how to start one */
export async function runningShop({ home }: Pick<Terminal, 'home'>): Promise<RunningShop> {
  const shop = await findShop(home)
  if (!shop) throw new Trouble(`No shop is running in ${home}. Start it in another terminal with npm start, and wait for "Octavo is open". A shop elsewhere is found by OCTAVO_HOME.`)
  return shop
}

/**
 * One call of the shop's API as its operator.
 * @throws {Trouble} with what the shop says
 */
export async function ask<Answer>({ url, token }: RunningShop, method: string, path: string, body?: unknown): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(new URL(path, url), { method, headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  } catch (error) {
    throw new Trouble(`The shop at ${url} does not answer: ${((error as Error).cause as Error | undefined)?.message ?? (error as Error).message}. Is it still running?`)
  }
  const answered = await response.json().catch(() => ({})) as Answer & { detail?: string; code?: string }
  if (!response.ok) throw new Refusal(answered.detail ?? `The shop answered ${response.status}.`, answered.code ?? '')
  return answered
}

/** The shop's own no. */
export class Refusal extends Trouble {
  readonly code: string
  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

export const number = (value: number): string => value.toLocaleString('en')
