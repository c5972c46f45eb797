import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'

/** Builds the site as a module with an `app` that turns a request into a response; who listens is somebody else's business. */
export function inProcess(): AstroIntegration {
  let client: URL
  return {
    name: 'octavo-in-process',
    hooks: {
      'astro:config:done': ({ setAdapter, config }) => {
        client = config.build.client
        setAdapter({
          name: 'octavo-in-process',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'unsupported', i18nDomains: 'unsupported', envGetSecret: 'unsupported', hybridOutput: 'unsupported', staticOutput: 'unsupported' },
        })
      },
      'astro:build:done': () => writeServiceWorker(client),
    },
  }
}

/** A build of other files is another service worker: browsers then take the new one and drop what the old one kept. */
async function writeServiceWorker(client: URL): Promise<void> {
  const text = await readFile(new URL('../offline/service-worker.js', import.meta.url), 'utf8')
  const built = (await readdir(client, { recursive: true })).sort().join('\n')
  await writeFile(new URL('sw.js', client), text.replace('VERSION', createHash('sha256').update(built).update(text).digest('hex').slice(0, 12)))
}
