import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '@octavo/database/free-port'

/** A port for something that was given none: free, and the same next time. */
export async function rememberedPort(home: string, name: string): Promise<number> {
  const folder = join(home, 'ports')
  await mkdir(folder, { recursive: true })
  return freePort(join(folder, name))
}
