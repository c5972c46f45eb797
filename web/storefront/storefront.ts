import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageLocals, Pages } from '@octavo/gateway/pages'
import { rasteriser } from './share/rasterise.ts'

interface Built {
  readonly app: { render(request: Request, options: { locals: object; addCookieHeader: boolean }): Promise<Response> }
}

/** Opens a site built by `astro build --outDir FOLDER`. Pages are made in this process, from what the locals' clients tell. */
export async function openStorefront(builtFolder: string): Promise<Pages> {
  const { app } = (await import(pathToFileURL(join(builtFolder, 'server', 'entry.mjs')).href)) as Built
  const rasterise = rasteriser()
  return {
    clientFolder: join(builtFolder, 'client'),
    // All scripts are files.
    scriptHashes: [],
    render: (request: Request, locals: PageLocals) => app.render(request, { locals: { ...locals, rasterise }, addCookieHeader: true }),
  }
}
