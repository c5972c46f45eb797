import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { once } from 'node:events'
import { isAbsolute, resolve } from 'node:path'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { RunningShop } from '../control.ts'
import { number, Refusal, runningShop, Trouble, WrongUsage, type Command, type Terminal } from './command.ts'

/** Takes the catalogue of the running shop out as one file. */
export const exportCommand: Command = {
  summary: 'Take the catalogue out of the running shop as one file',
  usage: `
npm run octavo -- export FORMAT FILE [options]

  FORMAT            csv    a table with Octavo's columns
                    onix   a message of ONIX for Books 3.1
  FILE              where it is to be; - for the standard output
  --tags short      ONIX by short tags; by reference names when not said
  --json            the last line is { "bytes", "seconds" }

npm run octavo -- import takes the file in again, here or in another shop. What it carries and what it does not: docs/guides/export.md`,
  async run(args, terminal) {
    const { format, file, tags, json } = parse(args)
    const shop = await runningShop(terminal)
    const began = performance.now()
    const answer = await ask(shop, `/api/operator/exports?${new URLSearchParams({ format, ...(tags !== undefined && { tags }) }).toString()}`)
    const bytes = file === '-' ? await pour(answer, terminal.out, terminal, false) : await toFile(answer, isAbsolute(file) ? file : resolve(terminal.folder, file), terminal)
    const seconds = Math.round((performance.now() - began) / 10) / 100
    const told = file === '-' ? terminal.err : terminal.out
    told.write(json ? `${JSON.stringify({ bytes, seconds })}\n` : `${number(bytes)} bytes in ${seconds} s\n`)
    return 0
  },
}

function parse(args: readonly string[]) {
  let read
  try {
    read = parseArgs({ args: [...args], allowPositionals: true, options: { tags: { type: 'string' }, json: { type: 'boolean' } } })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
  const { values: { tags, json = false }, positionals: [format, file, ...more] } = read
  if (format !== 'csv' && format !== 'onix') throw new WrongUsage(format === undefined ? 'Name a format and a file. The formats are: csv, onix.' : `There is no format "${format}". The formats are: csv, onix.`)
  if (file === undefined) throw new WrongUsage('Name the file to write, or - for the standard output.')
  if (more.length > 0) throw new WrongUsage(`"${more[0]}" is one word too many. A name with spaces needs quotation marks.`)
  if (tags !== undefined && (format !== 'onix' || (tags !== 'reference' && tags !== 'short'))) throw new WrongUsage('--tags is for onix, and is reference or short.')
  return { format, file, tags, json }
}

async function ask(shop: RunningShop, path: string): Promise<IncomingMessage> {
  const url = new URL(path, shop.url)
  const request = (url.protocol === 'https:' ? httpsGet : httpGet)(url, { headers: { authorization: `Bearer ${shop.token}` } })
  const [answer] = await once(request, 'response').catch((error: unknown) => { throw new Trouble(`The shop at ${shop.url} does not answer: ${(error as Error).message}. Is it still running?`) }) as [IncomingMessage]
  if (answer.statusCode === 200) return answer
  let text = ''
  for await (const piece of answer) text += String(piece)
  const { detail, code } = JSON.parse(text.startsWith('{') ? text : '{}') as { detail?: string; code?: string }
  throw new Refusal(detail ?? `The shop answered ${answer.statusCode}.`, code ?? '')
}

/** A file that is there is a whole one: until then it has another name. */
async function toFile(answer: IncomingMessage, path: string, terminal: Terminal): Promise<number> {
  const part = `${path}.part`
  try {
    const bytes = await pour(answer, createWriteStream(part), terminal, true)
    await rename(part, path)
    return bytes
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** @throws {Trouble} when it breaks off on either side */
async function pour(answer: IncomingMessage, to: Writable, { err, watched, stop }: Terminal, end: boolean): Promise<number> {
  let bytes = 0
  let shownAt = 0
  const counting = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      const now = performance.now()
      if (watched && now - shownAt > 100) { shownAt = now; err.write(`\r\u001b[K  ${number(Math.round(bytes / 1024))} kB`) }
      done(null, piece)
    },
  })
  try {
    await pipeline(answer, counting, to, { end, signal: stop })
  } catch (error) {
    throw new Trouble(stop.aborted ? 'Stopped; nothing was kept.' : `The export broke off (${(error as Error).message}). Nothing was kept; the shop's log says more if it was the shop.`)
  } finally {
    if (watched && shownAt > 0) err.write('\r\u001b[K')
  }
  return bytes
}
