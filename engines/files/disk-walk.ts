import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Ends the name of a file, so that `a` and `a/b` may both be keys: the one is the file `a~`, the other is in the folder `a`. */
export const mark = '~'

/**
 * The keys below a folder that begin with `prefix` and come after `after`, in the order of their bytes: a folder sorts by its name with
 * the slash that follows it in keys, so `a-b` comes before `a/b`. Reads only folders that can hold such keys.
 */
export async function* walk(root: string, prefix: string, after: string, at = ''): AsyncGenerator<string> {
  const entries = await readdir(join(root, at), { withFileTypes: true }).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = entries.map((entry) => at + (entry.isDirectory() ? `${entry.name}/` : entry.name.slice(0, -mark.length))).sort()
  for (const name of names) {
    if (!name.endsWith('/')) {
      if (name.startsWith(prefix) && name > after) yield name
    } else if ((name.startsWith(prefix) || prefix.startsWith(name)) && (name > after || after.startsWith(name))) yield* walk(root, prefix, after, name)
  }
}
