import { setTimeout as pause } from 'node:timers/promises'
import type { ImportLine, ImportTotals, OpenedImport, OpenImport } from '@octavo/catalog/http'
import type { RunningShop } from '../control.ts'
import { ask, number, Refusal, runningShop, Trouble, type Command } from './command.ts'
import { readArguments } from './import/arguments.ts'
import { openSource } from './import/open-source.ts'
import { progressLine } from './import/progress.ts'
import { rejectFile, shownRejects } from './import/rejects.ts'
import { unknownCodes } from './import/unknown-codes.ts'
import { sendPart } from './import/send.ts'
import type { Source } from './import/source.ts'

/** Brings a file of products into the running shop. */
export const importCommand: Command = {
  summary: 'Bring a file of products into the running shop',
  usage: `
npm run octavo -- import FORMAT FILE [options]

  FORMAT            csv         a table with Octavo's columns, or others by a mapping file
                    goodbooks   the folder of goodbooks-10k, or its books.csv
                    onix        a message of ONIX for Books 2.1, 3.0 or 3.1
                    esci        products of the ESCI data set, JSON lines
                    FILE may be packed: by gzip, or alone in a zip
  --price GBP:9.99  a price for what has none in the file; may be given for several currencies
  --stock 20        copies of what has no number in the file
  --rejects FILE    a table of what did not come in: line, identity, reason
  --map FILE        a mapping file, for tables with other headers
  --json            the last line is { "read", "created", "updated", "unchanged", "rejected", "seconds" }, with "unknownCodes" when there are

It can be stopped by Ctrl-C; the same command goes on where it stopped. Again after its end, it changes nothing that has not changed.
Columns and mapping files: docs/guides/import.md`,
  async run(args, terminal) {
    const { format, path, options, rejects: rejectPath, json } = await readArguments(args, terminal.folder)
    const source = await openSource(format, path)
    const shop = await runningShop(terminal)
    const began = performance.now()
    const opened = await openImport(shop, { format, file: source.name, fingerprint: source.fingerprint, options })
    const goesOn = opened.position > 0
    if (goesOn) terminal.err.write(`Going on where it stopped, behind ${number(opened.read)} records.\n`)
    const progress = progressLine(terminal.err, terminal.watched, { size: source.size, readBefore: opened.read })
    const rejects = rejectPath === undefined ? shownRejects(terminal.err, 'All of them: --rejects FILE') : await rejectFile(rejectPath, goesOn)
    const codes = unknownCodes()
    let result: Result
    try {
      result = await pour(shop, source, opened, terminal.stop, async (line) => {
        if (line.type === 'unknown-code') return codes.count(line)
        if (line.type === 'progress') return progress.show(line, line.position)
        progress.clear()
        await rejects.tell(line)
      })
    } finally {
      progress.clear()
      await rejects.close()
    }
    const seconds = Math.round((performance.now() - began) / 10) / 100
    const { read, created, updated, unchanged, rejected } = result.totals
    if (result.stopped) terminal.err.write('Stopped. The same command goes on from here.\n')
    const rate = seconds > 0 ? `, ${number(Math.round((read - opened.read) / seconds))}/s` : ''
    if (json) terminal.out.write(`${JSON.stringify({ read, created, updated, unchanged, rejected, seconds, ...(codes.all.length > 0 && { unknownCodes: codes.all }) })}\n`)
    else terminal.out.write(`${codes.told()}${number(read)} read: ${number(created)} created, ${number(updated)} updated, ${number(unchanged)} unchanged, ${number(rejected)} rejected, in ${seconds} s${rate}\n${rejected > 0 && rejectPath !== undefined ? `What did not come in, and why: ${rejectPath}\n` : ''}`)
    return result.stopped ? 130 : 0
  },
}

interface Result { readonly totals: ImportTotals; readonly stopped: boolean }

/** So little is sent at once that the shop may know it for the end. */
const lastPartBytes = 1024 * 1024
const sendMs = 20_000

async function pour(shop: RunningShop, source: Source, opened: OpenedImport, stop: AbortSignal, heard: (line: Exclude<ImportLine, { type: 'failed' | 'part' | 'done' }>) => Promise<void>): Promise<Result> {
  let totals: ImportTotals = opened
  let { position } = opened
  for (let stuck = 0; stuck < 5 && !stop.aborted;) {
    const end = source.size - position <= lastPartBytes
    const ended = await sendPart(shop, { id: opened.id, position, end, bytes: source.bytes(position), sendMs, stop }, async (line) => {
      if (line.type === 'progress') totals = line
      await heard(line)
    })
    if (!ended) break
    totals = ended
    if (ended.type === 'done') return { totals, stopped: false }
    stuck = ended.position === position ? stuck + 1 : 0
    position = ended.position
  }
  if (stop.aborted) return { totals, stopped: true }
  throw new Trouble(`The shop does not get any further than byte ${position} of ${source.name}.`)
}

/** Just after a run was broken off the shop is still busy with it. */
async function openImport(shop: RunningShop, given: OpenImport): Promise<OpenedImport> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask<OpenedImport>(shop, 'POST', '/api/operator/imports', given)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'CONFLICT' || attempt === 10) throw error
      await pause(500)
    }
  }
}
