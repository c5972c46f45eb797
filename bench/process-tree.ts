import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10

interface Process { readonly pid: number; readonly parent: number; readonly cpuMs: number; readonly isPostgres: boolean }

/** What a process and everything it started has used so far. */
export interface Usage { readonly serverCpuMs: number; readonly postgresCpuMs: number }

export function usageOf(root: number): Usage {
  let serverCpuMs = 0
  let postgresCpuMs = 0
  for (const { isPostgres, cpuMs } of treeOf(root)) {
    if (isPostgres) postgresCpuMs += cpuMs
    else serverCpuMs += cpuMs
  }
  return { serverCpuMs, postgresCpuMs }
}

/** Megabytes held by a process and all it started, pages that several share counted once. */
export const memoryMbOf = (root: number): number => memoryOf(root).allMb

/** The same, with the megabytes of the largest that is no PostgreSQL, as the system counts them for one process: the one that every service runs in. */
export function memoryOf(root: number): { allMb: number; serverMb: number } {
  let [all, server] = [0, 0]
  for (const { pid, isPostgres } of treeOf(root)) {
    const text = readRollup(pid)
    all += kilobytes(text, 'Pss')
    if (!isPostgres) server = Math.max(server, kilobytes(text, 'Rss'))
  }
  return { allMb: Math.round((all * 1024) / 1e6), serverMb: Math.round((server * 1024) / 1e6) }
}

/** The process that holds most and is no PostgreSQL: the one that every service runs in. */
export function largestOf(root: number): number {
  const servers = treeOf(root).filter(({ isPostgres }) => !isPostgres).map(({ pid }) => ({ pid, mb: memoryMbOfOne(pid) }))
  return servers.toSorted((a, b) => b.mb - a.mb)[0]?.pid ?? root
}

/** Megabytes of one process alone. */
export const memoryMbOfOne = (pid: number): number => Math.round((kilobytes(readRollup(pid), 'Rss') * 1024) / 1e6)

/** Empty for one that has ended. */
function readRollup(pid: number): string {
  try { return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8') } catch { return '' }
}

const kilobytes = (text: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)

function treeOf(root: number): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => read(Number(name)))
  const inside = new Set([root])
  for (let grew = true; grew;) {
    grew = false
    for (const { pid, parent } of all) if (!inside.has(pid) && inside.has(parent)) { inside.add(pid); grew = true }
  }
  return all.filter(({ pid }) => inside.has(pid))
}

function read(pid: number): Process[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    const fields = text.slice(end + 2).split(' ').map(Number)
    // Children that ended and were waited for count with the parent that waited.
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0)
    return [{ pid, parent: fields[1] ?? 0, cpuMs: ticks * tickMs, isPostgres: text.slice(text.indexOf('(') + 1, end).startsWith('postgres') }]
  } catch {
    return []
  }
}
