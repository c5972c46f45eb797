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
export function memoryMbOf(root: number): number {
  const bytes = treeOf(root).reduce((sum, { pid }) => {
    try { return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024 } catch { return sum }
  }, 0)
  return Math.round(bytes / 1e6)
}

/** Megabytes of the largest process below that is no PostgreSQL, as the system counts them for one process: the one that every service runs in. */
export function serverMbOf(root: number): number {
  const sizes = treeOf(root).filter(({ isPostgres }) => !isPostgres).map(({ pid }) => {
    try { return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) } catch { return 0 }
  })
  return Math.round((Math.max(0, ...sizes) * 1024) / 1e6)
}

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
